/**
 * Whether one may approve what waits for approval, as SQL over `subject_request`: not what they had a hand in (four eyes).
 * `reader` is SQL of a staff id. A row that was written before hands were kept takes whoever handles it for the one who
 * decided.
 */
export const mayBeApprovedBy = (
  reader: string,
): string => `case when may_not_approve is null then assignee is distinct from ${reader}
  else not may_not_approve @> to_jsonb(${reader}::text) end`;
