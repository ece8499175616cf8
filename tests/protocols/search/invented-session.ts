import type { SearchHit } from '../../../protocols/search/answer';
import { invent, inventDose } from './invented-documents';

export const TODAY = { today: '2026-11-22' };

/** What was found, each by its block or, where the section itself is meant, by that. */
export function places(hits: readonly SearchHit[]): string[] {
  return hits.map((hit) => hit.blockId || hit.sectionId);
}

/** A small protocol with one of most kinds of blocks. */
export const session = invent({
  id: 'session',
  title: 'Examplamine session',
  aliases: ['EXA'],
  body: `# Dose {#dosing}

${inventDose('dose-iv', 'examplamine', 'intravenous')}
${inventDose('dose-im', 'examplamine', 'intramuscular', '3 mg')}

# Who must not have it {#contraindications}

\`\`\`yaml contraindication
id: contra-porphyria
level: absolute
condition: Porphyria
rationale: Invented.
action: Do not give.
evidence: verified s1
\`\`\`

# Stop the session {#stop-session}

Text. {#stop-text verified s1}

# Watching {#watching}

Measure the blood pressure at rest. A porphyria clinic wrote this. {#watch-text verified s1}

Twice 0.01 mg/kg and never 0.1 mg/kg. {#number-text verified s1}

\`\`\`yaml adverse-response
id: stop-rule
title: Stop the session
trigger: Any reading over the limit
severity: emergency
evidence: verified s1
steps:
  - { id: stop, text: Stop the pump., role: nurse }
\`\`\`
`,
});
