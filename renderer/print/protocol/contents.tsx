import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Section } from '../../../protocols/schema/protocol';
import { usePageOf } from '../page/page-of-part';
import type { Setting } from '../page/sheet-plan';

/** Every section with the page it begins on. */
export function Contents({ protocol, numbers }: Setting): ReactElement {
  return (
    <nav className="contents">
      <h2>
        <FormattedMessage id="print.contents" />
      </h2>
      <ol>
        {protocol.sections.map((section) => (
          <Entry key={section.id} section={section} number={numbers.get(section.id)} lang={protocol.language} />
        ))}
      </ol>
    </nav>
  );
}

function Entry({
  section,
  number,
  lang,
}: {
  section: Section;
  number: string | undefined;
  lang: string;
}): ReactElement {
  // While pages are not yet known, as wide as a page number gets.
  const page = usePageOf(toHeadingId(section)) ?? 88;
  return (
    <li data-depth={section.depth}>
      <span className="blockNumber">{number}</span>
      <span lang={lang}>{section.title}</span>
      <span className="leader" />
      <span>{page}</span>
    </li>
  );
}

/** The part of the sheet that holds the heading of a section. */
export function toHeadingId({ id }: Section): string {
  return `section-${id}`;
}
