import { useIntl } from 'react-intl';
import type { BlockOf } from '../../protocols/schema/blocks';

/** Names a dose among those of its protocol: by its route, in full, or by its title where a route has several. */
export function useDoseName(): (dose: BlockOf<'dose'>, among: readonly BlockOf<'dose'>[]) => string {
  const intl = useIntl();
  return (dose, among) => {
    const route = intl.formatMessage({ id: `reader.route.${dose.route}` });
    const shared = among.filter((other) => other.route === dose.route).length > 1;
    const name = shared && dose.title !== undefined ? dose.title : route;
    return name.charAt(0).toLocaleUpperCase(intl.locale) + name.slice(1);
  };
}
