import { ChevronDown, ChevronUp, ListFilter, X } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import type { HitCounts } from '../../protocols/search/answer';
import { Button } from '../ui/button';
import { type Filter, type Filters, isOn, listChoices, listOn, toggle } from './filters';
import styles from './filter-bar.module.css';

const SORTS = ['kinds', 'routes', 'standings'] as const;

/** What is left out, always in view and taken back with one press; unfolded, what else can be chosen and how much of it there is. */
export function FilterBar({
  filters,
  counts,
  onChange,
}: {
  filters: Filters;
  counts: HitCounts;
  onChange: (filters: Filters) => void;
}): ReactElement {
  const intl = useIntl();
  const id = useId();
  const [open, setOpen] = useState(false);
  const choices = listChoices(counts, filters);
  return (
    <div className={styles['bar']} role="group" aria-label={intl.formatMessage({ id: 'search.filters' })}>
      <div className={styles['line']}>
        <Button
          look="quiet"
          className={styles['chip']}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <ListFilter size={16} aria-hidden="true" />
          <FormattedMessage id="search.filters" />
          {open ? <ChevronUp size={16} aria-hidden="true" /> : <ChevronDown size={16} aria-hidden="true" />}
        </Button>
        {listOn(filters).map((filter) => (
          <RemoveFilter
            key={`${filter.sort} ${filter.value}`}
            name={toName(intl, filter)}
            onRemove={() => onChange(toggle(filters, filter))}
          />
        ))}
        {filters.superseded && (
          <RemoveFilter
            name={intl.formatMessage({ id: 'search.filter.superseded' })}
            onRemove={() => onChange({ ...filters, superseded: false })}
          />
        )}
      </div>
      {open && (
        <div id={id} className={styles['choices']}>
          {SORTS.map((sort) => (
            <Sort
              key={sort}
              sort={sort}
              choices={choices.filter((choice) => choice.sort === sort)}
              filters={filters}
              onChange={onChange}
            />
          ))}
          <label className={styles['superseded']}>
            <input
              type="checkbox"
              checked={filters.superseded}
              onChange={({ target }) => onChange({ ...filters, superseded: target.checked })}
            />
            <FormattedMessage id="search.filter.superseded" />
          </label>
        </div>
      )}
    </div>
  );
}

function Sort({
  sort,
  choices,
  filters,
  onChange,
}: {
  sort: (typeof SORTS)[number];
  choices: ReturnType<typeof listChoices>;
  filters: Filters;
  onChange: (filters: Filters) => void;
}): ReactElement | null {
  const intl = useIntl();
  const id = useId();
  if (choices.length === 0) return null;
  return (
    <div role="group" aria-labelledby={id} className={styles['sort']}>
      <span id={id} className={styles['sortName']}>
        <FormattedMessage id={`search.filter.${sort}`} />
      </span>
      {choices.map((choice) => {
        const on = isOn(filters, choice);
        return (
          <Button
            key={choice.value}
            className={styles['chip']}
            aria-pressed={on}
            onClick={() => onChange(toggle(filters, choice))}
          >
            {toValueName(intl, choice)} <span className={styles['count']}>{intl.formatNumber(choice.count)}</span>
          </Button>
        );
      })}
    </div>
  );
}

/** A filter that is on, as a chip that takes it away. */
function RemoveFilter({ name, onRemove }: { name: string; onRemove: () => void }): ReactElement {
  const intl = useIntl();
  return (
    <Button
      className={`${styles['chip']} ${styles['on']}`}
      aria-label={intl.formatMessage({ id: 'search.filter.remove' }, { name })}
      onClick={onRemove}
    >
      {name}
      <X size={14} aria-hidden="true" />
    </Button>
  );
}

/** Sort and value in words: "Route: oral". */
export function toName(intl: IntlShape, filter: Filter): string {
  return intl.formatMessage(
    { id: 'search.filter.named' },
    { sort: intl.formatMessage({ id: `search.filter.${filter.sort}` }), value: toValueName(intl, filter) },
  );
}

function toValueName(intl: IntlShape, filter: Filter): string {
  switch (filter.sort) {
    case 'kinds':
      return intl.formatMessage({ id: `search.kind.${filter.value}` });
    case 'routes':
      return intl.formatMessage({ id: `reader.route.${filter.value}` });
    case 'standings':
      return intl.formatMessage({ id: `reader.standing.${filter.value}` });
    default:
      return '';
  }
}
