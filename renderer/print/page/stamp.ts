import type { Standing } from '../../../protocols/text/in-force';

// Words every page carries while it may not simply be used. Nothing stands on paper for a version that may.
const STAMPS = {
  draft: 'print.stamp.draft',
  'not-yet': 'print.stamp.not-yet',
  'review-overdue': 'print.stamp.review-overdue',
  superseded: 'print.stamp.superseded',
  ended: 'print.stamp.ended',
  retired: 'print.stamp.retired',
  'review-due': undefined,
  'in-force': undefined,
} as const satisfies Record<Standing, `print.stamp.${string}` | undefined>;

export type StampId = NonNullable<(typeof STAMPS)[Standing]>;

/** The message that stamps a sheet of such a version; undefined when it is in force. */
export function toStampId(standing: Standing): StampId | undefined {
  return STAMPS[standing];
}
