import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Language } from '../../../protocols/contract/calls';
import { isSet } from '../../../protocols/schema/is-set';
import { toComparisonWords, toDisplayDuration } from '../../../protocols/text/display';
import { DoseName } from './dose-line';
import type { SheetPart } from '../page/sheet-part';
import type { Setting } from '../page/sheet-plan';
import { PaperSet } from '../page/paper-set';
import { PaperValue } from '../page/paper-value';
import { type Limit, type LimitGroup, listLimits } from './restated-limits';

/** The limits of doses and readings, one part of the sheet for each block that states some. */
export function listLimitParts(setting: Setting): SheetPart[] {
  return listLimits(setting.protocol).map((group) => ({
    id: `limits/${group.block.id}`,
    className: 'rows limits',
    columns: ['what', 'limit', 'action'],
    head: (continued) => <LimitsHead group={group} continued={continued} {...setting} />,
    // Limits of one block never change places.
    rows: [
      ...group.limits
        .filter((limit) => !isLeftTo(setting, group, limit))
        .map((limit, index) => <LimitRow key={`limit-${index + 1}`} limit={limit} {...setting} />),
      ...listSet(setting, group),
    ],
  }));
}

/** Whether a limit is a blank for what the clinic has set, and its own row says so. */
function isLeftTo({ clinicOf }: Setting, { block }: LimitGroup, limit: Limit): boolean {
  return limit.kind === 'cap' && !isSet(limit.value) && clinicOf(block.id).maximum !== undefined;
}

/** The maximum the clinic set, beside what is published or instead of the blank. */
function listSet({ clinicOf, language }: Setting, { block }: LimitGroup): ReactElement[] {
  const { maximum } = clinicOf(block.id);
  if (maximum === undefined) return [];
  return [
    <tr key="clinic">
      <td>
        <FormattedMessage id="print.limits.cap" />
      </td>
      <td colSpan={2}>
        <PaperSet set={maximum} language={language} />
      </td>
    </tr>,
  ];
}

function LimitsHead({
  group: { block },
  continued,
  protocol,
  numbers,
}: { group: LimitGroup; continued: boolean } & Setting): ReactElement {
  return (
    <tr className="limitsHead">
      <th colSpan={3} scope="colgroup" data-block-id={block.id}>
        <span className="blockNumber">{numbers.get(block.id)}</span> <FormattedMessage id="print.limits" />:{' '}
        {block.type === 'dose' && block.title === undefined ? (
          <DoseName block={block} />
        ) : (
          <span lang={protocol.language}>{block.title}</span>
        )}
        {continued && (
          <>
            {' '}
            (<FormattedMessage id="print.continued" />)
          </>
        )}
      </th>
    </tr>
  );
}

function LimitRow({ limit, protocol, language }: { limit: Limit } & Setting): ReactElement {
  if (limit.kind !== 'reading') {
    return (
      <tr>
        <td>
          <DoseLimitName limit={limit} language={language} />
        </td>
        <td colSpan={2}>
          <PaperValue value={limit.value} language={language} unit={'unit' in limit ? limit.unit : undefined} />
        </td>
      </tr>
    );
  }
  const { parameter, unit, when, sustained, text } = limit;
  const { before, after } = toComparisonWords(when, language);
  return (
    <tr>
      <td lang={protocol.language}>{parameter}</td>
      <td>
        {before}{' '}
        <PaperValue value={when.amount} language={language} unit={unit} after={after === '' ? undefined : after} />
        {sustained !== undefined && (
          <>
            {' '}
            <FormattedMessage id="print.limits.sustained" values={{ time: toDisplayDuration(sustained, language) }} />
          </>
        )}
      </td>
      <td lang={protocol.language}>{text}</td>
    </tr>
  );
}

/** What a limit on a dose is called. */
export function DoseLimitName({
  limit,
  language,
}: {
  limit: Exclude<Limit, { kind: 'reading' }>;
  language: Language;
}): ReactElement {
  switch (limit.kind) {
    case 'most':
      return <FormattedMessage id="print.limits.most" />;
    case 'cap':
      return <FormattedMessage id="print.limits.cap" />;
    case 'least-time':
      return <FormattedMessage id="print.limits.leastTime" />;
    case 'most-per':
      return limit.per === 'session' ? (
        <FormattedMessage id="print.limits.mostPerSession" />
      ) : (
        <FormattedMessage id="print.limits.mostPer" values={{ time: toDisplayDuration(limit.per, language) }} />
      );
    default:
      return limit satisfies never;
  }
}
