/** What the binder adds to the program's own print styles: the way back, the contents, and pages that fit a narrow screen. */
export const BINDER_STYLE = `.contents{max-width:70rem;margin:0 auto;padding:1rem;font-family:"Noto Sans",sans-serif;line-height:1.4}
.contents table{border-collapse:collapse;font-size:.9rem}
.contents th,.contents td{padding:.4rem .6rem;border:1px solid #666;text-align:start;vertical-align:top}
.contents td:nth-child(n+4){white-space:nowrap}
.contents td:nth-child(3){min-width:8rem}
.contents td code{display:inline-block;max-width:5.5rem;white-space:normal}
.scroller{overflow-x:auto}
nav.binder{padding:.75rem 1rem;border-bottom:1px solid #666;font-family:"Noto Sans",sans-serif;line-height:1.4}
nav.binder a{display:inline-block;padding:.4rem .75rem .4rem 0;font-weight:700}
/* Another browser lays a page out as high as it is, and may have no idea of what it skips. */
.sheet[data-paper] .page{contain:none;content-visibility:visible;overflow:visible}
@media screen{
.sheet[data-paper]{width:auto;max-width:210mm}
.sheet[data-paper] .page{height:auto;padding-inline:4vw;border-bottom:1px solid #666}
.sheet[data-paper] .pageBody{flex:none;width:auto;overflow-x:auto}
.sheet[data-paper] .pageHeader,.sheet[data-paper] .pageFooterRow{flex-wrap:wrap}
}
@media print{nav.binder{display:none}}
`;
