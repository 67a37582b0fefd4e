-- Findings name records: those of loads long past go, with whatever has ended since.
delete from load_finding where load <= :load
