-- Ended rows leave the tables and indexes they stood in.
vacuum (index_cleanup on)
    person, relationship, involvement, entry, document, document_involvement, disclosure, hold, deletion_request,
    access_request, person_reference, same_person, person_stub, decision, decision_read, stale_person, proposal,
    kept_by_decision, destruction_notice, done_on_the_way, export_log, erasure_intention,
    deletion_case, deletion_item, deletion_event, brought_in, person_with_protected_place,
    access_case, access_item, access_ask, access_material, access_part, access_event, access_pack, document_words,
    recording_finding, recording_due, recording_watch, recording_without_copy
