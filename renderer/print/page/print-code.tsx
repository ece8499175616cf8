import { type ReactElement, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { encode } from 'uqr';

/** The code as a QR symbol with the quiet zone its standard asks for; the same letters stand beside it. */
export function CodeSymbol({ code }: { code: string }): ReactElement {
  const intl = useIntl();
  const { size, data } = useMemo(() => encode(code, { ecc: 'M', border: 4 }), [code]);
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      className="codeSymbol"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={intl.formatMessage({ id: 'print.footer.code' }, { code })}
      shapeRendering="crispEdges"
    >
      <path d={dark.join('')} />
    </svg>
  );
}
