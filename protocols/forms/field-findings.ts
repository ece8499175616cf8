import type { Finding } from '../linting/finding';
import type { FormDocument } from './form-document';
import type { Field, FieldTable } from './form-field';

/** What the checker says, by the part it says it of; `undefined` holds what it says of no part. */
export function groupFindings(
  form: FormDocument,
  findings: readonly Finding[],
): ReadonlyMap<number | 'header' | undefined, readonly Finding[]> {
  const groups = new Map<number | 'header' | undefined, Finding[]>();
  for (const finding of findings) {
    const key = findPart(form, finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return groups;
}

/** The part a finding is of: the one its path leads into. */
export function findPart({ parts, header }: FormDocument, { path, line }: Finding): number | 'header' | undefined {
  if (path === '' || path === 'sections') {
    if (header.fields === undefined) return 'header';
    const stray = parts.findIndex((part) => part.kind === 'text' && part.path === path);
    return path === 'sections' && stray >= 0 ? stray : undefined;
  }
  if (!path.startsWith('sections.')) return 'header';
  let nearest: number | undefined;
  for (const [index, part] of parts.entries()) {
    const holds = path === part.path || path.startsWith(`${part.path}.`);
    if (holds && part.path.length >= (parts[nearest ?? -1]?.path.length ?? 0)) nearest = index;
  }
  return nearest ?? (line === undefined ? undefined : 'header');
}

/** What the checker says of one part, by the field of its form: the way to it, joined by dots; empty for the part as a whole. */
export function placeFindings(
  findings: readonly Finding[],
  partPath: string,
  table: FieldTable,
): ReadonlyMap<string, readonly Finding[]> {
  const placed = new Map<string, Finding[]>();
  for (const finding of findings) {
    const rest = partPath === '' ? finding.path : finding.path.slice(partPath.length + 1);
    const field = toFieldPath(rest === '' ? [] : rest.split('.'), table);
    placed.set(field, [...(placed.get(field) ?? []), finding]);
  }
  return placed;
}

/** As far along a path as the form has fields. */
function toFieldPath(path: readonly string[], table: FieldTable): string {
  const [name, ...rest] = path;
  const field = name === undefined ? undefined : findField(name, table);
  if (field === undefined) return '';
  if (field.kind === 'record') return join(field.name, toFieldPath(rest, field.fields));
  if (field.kind !== 'list') return field.name;
  const [index, ...inner] = rest;
  if (index === undefined || !/^\d+$/.test(index)) return field.name;
  const all = [...field.fields, ...(field.variants ?? []).flat()];
  return join(`${field.name}.${index}`, toFieldPath(inner, all));
}

/** Mark and sources are asked for as one. */
function findField(name: string, table: FieldTable): Field | undefined {
  const isEvidence = name === 'mark' || name === 'sources';
  return (
    table.find((field) => field.name === name) ??
    (isEvidence ? table.find(({ kind }) => kind === 'evidence') : undefined)
  );
}

function join(first: string, rest: string): string {
  return rest === '' ? first : `${first}.${rest}`;
}
