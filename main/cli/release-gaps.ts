/** What is still missing before a document can leave draft, and what would close it. */
export interface ReleaseGap {
  readonly gap: string;
  readonly documents: readonly string[];
  readonly closes: string;
}

/** Kept by hand; the index prints it. A gap goes when its documents carry the better source. */
export const RELEASE_GAPS: readonly ReleaseGap[] = [
  {
    gap: 'Consensus statements and guidance (2017, two of 2021, Canada 2021, New Zealand 2023) were read in abstract or summary only.',
    documents: ['iv-ketamine-depression', 'screening-eligibility', 'monitoring-discharge', 'clinic-operations'],
    closes: 'Read each in full and replace the recalled values it settles.',
  },
  {
    gap: 'The national infusion protocol of US Veterans Affairs and the memorandum of the Australian and New Zealand college were not obtained.',
    documents: ['iv-ketamine-depression', 'screening-eligibility', 'clinic-operations'],
    closes: 'Ask the issuers for the documents.',
  },
  {
    gap: 'The esketamine label and REMS form are older editions.',
    documents: ['esketamine-nasal-spray'],
    closes: 'Compare with the current label and form and replace what changed.',
  },
  {
    gap: 'Amounts of midazolam, clonidine, hydralazine, atropine and lorazepam are recalled; flumazenil and naloxone come from guidance, not labels.',
    documents: ['adverse-event-response'],
    closes: 'The label of each drug, and a pharmacist or anaesthetist who signs.',
  },
  {
    gap: 'Epinephrine, ondansetron and the labelled dilution of ketamine come from compiled summaries.',
    documents: ['adverse-event-response', 'iv-ketamine-depression'],
    closes: 'The label of each drug.',
  },
  {
    gap: 'Usual ranges, holding time and ceilings by muscle and under the tongue are recalled or from clinic pages.',
    documents: ['im-ketamine-session', 'sublingual-oral-ketamine'],
    closes: 'The practice series and the therapy chapter in full, or a local pharmacy.',
  },
  {
    gap: 'Some trial results are recalled: remission in the subcutaneous trial, twice against three times weekly infusion, three times weekly by mouth.',
    documents: ['iv-ketamine-depression', 'sc-ketamine-depression', 'sublingual-oral-ketamine'],
    closes: 'The three papers.',
  },
  {
    gap: 'US regulations on inventory, the dispensing log and destruction were not read.',
    documents: ['clinic-operations'],
    closes: 'The text of the regulations.',
  },
  {
    gap: 'Pressure and pulse limits for giving a drug come from a forum post.',
    documents: ['monitoring-discharge'],
    closes: 'A published protocol, or leave them out.',
  },
];
