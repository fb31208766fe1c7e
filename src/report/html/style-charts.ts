/** The style sheet of the drawings: what a shape means is told by outline, pattern and word, and by colour besides. */

export const CHART_STYLE = `
.chart{display:block;width:100%;height:auto;font:11px var(--sans);overflow:visible}
.only-narrow{display:none;max-width:34rem}
@media (max-width:44rem){.only-wide{display:none}.only-narrow{display:block}}
figure{min-width:0}
figcaption{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center;justify-content:space-between;margin-bottom:.5rem;font-size:.875rem;color:var(--quiet)}
figcaption code{font-weight:600;color:var(--ink)}
.layout+.layout{margin-top:1rem}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.125rem 1rem;padding:0;font-size:.8125rem;color:var(--quiet)}
.legend li{display:flex;align-items:center;gap:.375rem}
.sample{width:22px;height:14px;flex:none}
.faults{list-style:none;padding:0;margin-top:.375rem;font-size:.9375rem}
.faults li{padding-left:.75rem;border-left:3px solid var(--fail)}
.faults.mild li{border-color:var(--warn)}
.chart text{fill:var(--ink)}
.chart .quiet{fill:var(--quiet)}
.chart .strong{font-weight:650}
.chart .lane{font-size:12.5px}
.chart .mid{text-anchor:middle}
.chart .end{text-anchor:end}
.chart text.fault{fill:var(--fail);font-weight:650}
.chart .bound{fill:var(--quiet);font-variant-numeric:tabular-nums}
.tick{stroke:var(--strong-line);stroke-width:1;fill:none}
.tick.fault{stroke:var(--fail)}
.break{stroke:var(--ink);stroke-width:1.25;fill:none}
.frame{fill:var(--part-ground);stroke:var(--part-line);stroke-width:1}
.rows{fill:var(--part)}
.b-new .frame{stroke:var(--new);stroke-width:1.75}
.b-new .rows{fill:url(#p-new)}
.b-gone .frame{fill:none;stroke:var(--gone);stroke-dasharray:3 2}
.b-gone .rows{fill:var(--gone)}
.endless{fill:none;stroke:var(--ink);stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.gap{fill:url(#p-gap);stroke:var(--fail)}
.overlap{fill:url(#p-overlap);stroke:var(--fail)}
.caught{fill:url(#p-caught);stroke:var(--warn);stroke-dasharray:1 2}
.pointer{fill:var(--fail)}
.none,.default{fill:none;stroke:var(--strong-line);stroke-dasharray:4 3}
.default.full{fill:var(--warn-ground);stroke:var(--warn)}
.k-fail{stroke:var(--fail);fill:none}
.k-warn{stroke:var(--warn);fill:none}
.k-part{fill:var(--new)}
.k-ground{stroke:var(--part-ground);fill:none}
.step{fill:var(--ground)}
.step.even{fill:var(--raised)}
.stall{stroke:var(--warn)}
.stall.everybody{fill:var(--fail);stroke:var(--fail)}
.stall.writers{fill:url(#p-writers)}
.stall-track{fill:none;stroke:var(--line)}
.track{stroke:var(--line);stroke-width:1}
.span{stroke:var(--part);stroke-width:6}
.chart .mode{font-size:10.5px;fill:var(--quiet)}
`;
