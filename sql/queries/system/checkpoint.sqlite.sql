-- Writes the log back to the file and cuts it to nothing.
pragma wal_checkpoint(truncate)
