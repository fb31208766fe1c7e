/** The style sheet of the page's text: one column on a phone, a list beside the scenarios on a wide screen. */

export const PAGE_STYLE = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:4.5rem}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 var(--sans);overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
main,.bar>div,footer{max-width:76rem;margin:0 auto;padding:0 clamp(.875rem,3vw,2rem)}
h1,h2,h3,h4,p,ul,ol,dl,figure,pre{margin:0}
h1,h2,h3,h4{line-height:1.25;text-wrap:balance}
h1:focus,h2:focus,h3:focus{outline:none}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
code,pre,.place,.check-id{font-family:var(--mono);font-size:.875em;unicode-bidi:isolate}
p,li,dd{max-width:72ch}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.quiet,.aside,.place{color:var(--quiet)}
.aside{font-size:.875rem}
.amount{color:var(--quiet);font-weight:400;font-size:.85em}
.mark{width:1em;height:1em;flex:none;overflow:visible}
.mark circle,.mark rect,.mark .ground{fill:currentColor}
.mark path:not(.ground){fill:none;stroke:var(--on-mark);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.m-pass{color:var(--pass)}.m-fail{color:var(--fail)}.m-inconclusive,.m-warning{color:var(--warn)}.m-not-applicable{color:var(--quiet)}
.skip{position:absolute;left:.5rem;top:-4rem;z-index:3;padding:.5rem .875rem;background:var(--ground);border:2px solid var(--accent);border-radius:6px}
.skip:focus{top:.5rem}

.bar{position:sticky;top:0;z-index:2;background:var(--ground);border-bottom:1px solid var(--line);box-shadow:inset 0 4px 0 var(--verdict)}
.bar>div{display:flex;align-items:center;justify-content:space-between;gap:1rem;min-height:3.25rem;padding-top:.375rem}
.bar .verdict{display:flex;align-items:center;gap:.5rem;min-width:0;color:var(--verdict);white-space:nowrap}
.bar .tally{color:var(--quiet);overflow:hidden;text-overflow:ellipsis}
.bar nav{display:flex;gap:clamp(.625rem,2vw,1.25rem);font-size:.9375rem;flex:none}
.bar nav a{padding:.375rem 0}
@media (max-width:34rem){.bar .tally,.bar nav a:first-child{display:none}.bar nav{font-size:.875rem}}

.lead{margin:clamp(1.25rem,4vw,2.5rem) 0 2.5rem;display:grid;gap:1rem}
h1{display:flex;gap:.875rem;font-size:clamp(1.375rem,1rem + 2vw,2.125rem);font-weight:680;letter-spacing:-.012em;max-width:40ch}
h1 .mark{margin-top:.14em}
.lost{font-size:1.125rem}
.lost strong{color:var(--verdict)}
.keys{color:var(--quiet)}
.keys code{color:var(--ink)}
.todo{background:var(--verdict-ground);border-left:4px solid var(--verdict);border-radius:0 8px 8px 0;padding:.875rem 1.125rem;max-width:56rem}
.todo h2{font-size:1rem;margin-bottom:.375rem}
.todo ol{padding-left:1.35rem;display:grid;gap:.5rem}
.todo ol:has(>:only-child){list-style:none;padding-left:0}
.todo .place{display:block}
.todo li a{display:inline-block}
.todo>p{margin-top:.5rem}
.notes{padding-left:1.125rem;display:grid;gap:.25rem}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13.5rem),1fr));gap:.875rem 1.5rem;border-top:1px solid var(--line);padding-top:1rem}
@media (max-width:34rem){.facts{grid-template-columns:repeat(auto-fill,minmax(min(100%,9.25rem),1fr));gap:.75rem 1rem}}
dt{font-size:.8125rem;color:var(--quiet)}
dd{margin:0}

main>section>h2{font-size:1.375rem;letter-spacing:-.008em;margin:0 0 1rem;padding-top:1.25rem;border-top:1px solid var(--line)}
main>section{margin-bottom:2.5rem}
.finding{border:1px solid var(--line);border-left:4px solid var(--verdict);border-radius:4px 8px 8px 4px;padding:1rem 1.125rem;display:grid;gap:.625rem;min-width:0}
.finding+.finding{margin-top:1rem}
h3{display:flex;gap:.5rem;align-items:baseline;font-size:1.125rem}
h3 .mark{transform:translateY(.14em)}
.statement pre{background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.5rem .75rem;overflow-x:auto;white-space:pre-wrap}
.statement pre code{font-size:.875rem}
.examples{padding-left:1.125rem;font-size:.9375rem;color:var(--quiet)}
.remedy strong{color:var(--verdict)}
.about{display:grid;gap:.25rem;font-size:.875rem;border-top:1px dashed var(--line);padding-top:.625rem}
.about>div{display:grid;grid-template-columns:8.5rem 1fr;gap:.75rem}
@media (max-width:34rem){.about>div{grid-template-columns:1fr;gap:0}}

.index{margin-bottom:1.5rem}
.index ol{list-style:none;padding:0;columns:15rem;column-gap:1.25rem}
.index li{break-inside:avoid;max-width:none}
.index a{display:grid;grid-template-columns:1rem minmax(0,1fr) auto;gap:0 .5rem;align-items:baseline;padding:.3125rem .375rem;border-radius:5px;color:var(--ink);text-decoration:none}
.index a:hover{background:var(--raised)}
.index a .mark{transform:translateY(.12em)}
.index .title{text-decoration:underline;text-decoration-color:var(--strong-line);text-underline-offset:.2em}
.index .time{color:var(--quiet);font-size:.8125rem;white-space:nowrap}
.index .harm{grid-column:2/-1;color:var(--verdict);font-size:.8125rem}
.choice{border:0;padding:0;margin:0 0 .875rem;display:flex;flex-wrap:wrap;gap:.375rem}
.choice legend{font-size:.8125rem;color:var(--quiet);padding:0;margin-bottom:.25rem}
.choice label{position:relative}
.choice input{position:absolute;inset:0;opacity:0;width:100%;height:100%;margin:0;cursor:pointer}
.choice span span{margin-left:.125rem}
.choice label>span{display:block;padding:.25rem .6875rem;border:1px solid var(--strong-line);border-radius:99px;font-size:.875rem}
.choice input:checked+span{background:var(--ink);border-color:var(--ink);color:var(--ground)}
.choice input:checked+span .amount{color:inherit}
.choice input:focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}
.scenarios:has(#show-fail:checked) :is(.scenario,.index li):not(.g-fail),
.scenarios:has(#show-inconclusive:checked) :is(.scenario,.index li):not(.g-inconclusive),
.scenarios:has(#show-warning:checked) :is(.scenario,.index li):not(.g-warning),
.scenarios:has(#show-pass:checked) :is(.scenario,.index li):not(.g-pass){display:none}
@media (min-width:64rem){
.columns{display:grid;grid-template-columns:17.5rem minmax(0,1fr);gap:2.25rem;align-items:start}
.index{position:sticky;top:4.25rem;max-height:calc(100vh - 5rem);overflow-y:auto;margin:0;padding:.25rem}
.index ol{columns:auto}
}
.scenario{display:grid;gap:.625rem;min-width:0;padding-bottom:1.5rem}
.scenario+.scenario{border-top:1px solid var(--line);padding-top:1.5rem}
.scenario h3{font-size:1.1875rem}
.facts-line{color:var(--quiet)}
.facts-line>span:first-child{color:var(--verdict);font-weight:600}
h4{font-size:.9375rem;margin-top:.5rem}
.checks{list-style:none;padding:0;display:grid;gap:.375rem;font-size:.9375rem}
.checks li{display:flex;gap:.5rem;align-items:baseline;max-width:none}
.checks .mark{transform:translateY(.12em)}
.checks li>span{min-width:0;max-width:72ch}
details>summary{cursor:pointer;color:var(--accent);font-size:.9375rem;padding:.25rem 0;width:fit-content}
details[open]>summary{margin-bottom:.375rem}
.again{font-size:.875rem}
.scroll{overflow-x:auto;max-height:32rem;overflow-y:auto;border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4}
th,td{padding:.375rem .75rem;text-align:left;vertical-align:top;overflow-wrap:normal;min-width:5.5rem}
thead th{position:sticky;top:0;background:var(--raised);font-weight:600;white-space:nowrap}
tbody th{font-weight:400}
tbody tr{border-top:1px solid var(--line)}
.number{text-align:right}
footer p{max-width:none;border-top:1px solid var(--line);padding:1rem 0 2rem;color:var(--quiet);font-size:.875rem}

@media print{
body{font-size:10.5pt}
.bar{position:static}
.bar nav,.choice,.skip,.index,.again{display:none}
.scroll{max-height:none;overflow:visible}
details::details-content{content-visibility:visible;block-size:auto}
.finding,figure,tr{break-inside:avoid}
h2,h3,h4{break-after:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
@media (forced-colors:active){.mark,.chart,.sample{forced-color-adjust:none}}
`;
