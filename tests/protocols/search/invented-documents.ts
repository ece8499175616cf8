import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import type { Protocol } from '../../../protocols/schema/protocol';

interface Invented {
  readonly id?: string;
  readonly title: string;
  readonly version?: string;
  readonly status?: 'draft' | 'active' | 'retired';
  readonly start?: string;
  readonly aliases?: readonly string[];
  readonly body: string;
}

/** A small document with invented content, compiled like a real one; its last section only cites its source. */
export function invent({
  id = 'exa',
  title,
  version = '1.0.0',
  status = 'active',
  start = '2026-01-01',
  aliases = [],
  body,
}: Invented): Protocol {
  const compiled = compileProtocol(`---
id: ${id}
title: ${title}
aliases: ${JSON.stringify(aliases)}
type: reference
version: ${version}
status: ${status}
language: en
jurisdiction: [GB]
publisher: Invented Clinic Group
effectivePeriod: { start: ${start}, end: open }
approvalDate: 2025-12-01
reviewBy: 2031-02-01
authors: [{ name: A. Author, role: prescriber }]
reviewers: [{ name: B. Reviewer, role: pharmacist, date: 2025-12-01 }]
audience: [nurse]
setting: [clinic]
sources:
  - { id: s1, citation: Invented Trials Group 2030 }
---

${body}

# Basis {#basis}

Qqqq. {#basis-text verified s1}
`);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

/** A dose block of an invented amount. */
export function inventDose(id: string, drug: string, route: string, amount = '7 mg'): string {
  return `\`\`\`yaml dose
id: ${id}
drug: { name: ${drug} }
route: ${route}
method: bolus
basis: fixed
evidence: verified s1
amount: { usual: ${amount}, max: 9 mg }
\`\`\`
`;
}
