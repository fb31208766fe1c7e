/** What tests ask a page itself, as source: the tests' own types know no browser. */

export const IN_PAGE = {
  positionOfBar: `getComputedStyle(document.querySelector('.bar')).position`,
  openAll: `document.querySelectorAll('details').forEach((one) => { one.open = true; })`,
  scrollWidth: `document.scrollingElement.scrollWidth`,
  scrollBehaviour: `getComputedStyle(document.documentElement).scrollBehavior`,
  axe: `window.axe.run(document)`,

  /** Every element that can be used, in the order of the page; of a group of choices the chosen one. */
  usable: `(() => {
    const all = [...document.querySelectorAll('a[href], summary, input, [tabindex="0"]')];
    all.forEach((one, i) => { one.dataset.stop = i + ' ' + one.tagName; });
    return all
      .filter((one) => one.checkVisibility() && (one.tagName !== 'INPUT' || one.checked))
      .map((one) => one.dataset.stop);
  })()`,

  /** The element that has the focus, and whether that is to be seen: an outline on it or on what stands for it. */
  focused: `(() => {
    const one = document.activeElement;
    if (one === null || one === document.body) return null;
    const outlined = (element) => element !== null && getComputedStyle(element).outlineStyle !== 'none' &&
      parseFloat(getComputedStyle(element).outlineWidth) >= 2;
    return { key: one.dataset.stop ?? one.outerHTML.slice(0, 80), seen: outlined(one.tagName === 'INPUT' ? one.nextElementSibling : one) };
  })()`,

  /** Of the drawings that are displayed: their kinds, and how much the smallest is shrunk. */
  drawings: `(() => {
    const shown = [...document.querySelectorAll('.chart')].filter((one) => one.checkVisibility());
    return {
      kinds: [...new Set(shown.map((one) => one.getAttribute('class')))],
      scale: Math.min(...shown.map((one) => one.getScreenCTM().a)),
    };
  })()`,

  /** Fills that refer to a pattern which is not there, or is not displayed. */
  missingPatterns: `(() => {
    const referred = [...document.querySelectorAll('.chart rect')]
      .map((rect) => /url\\("#([^"]+)"\\)/.exec(getComputedStyle(rect).fill)?.[1])
      .filter((id) => id !== undefined);
    if (referred.length === 0) return ['no pattern is used'];
    return [...new Set(referred)].filter((id) => {
      const pattern = document.getElementById(id);
      return pattern === null || getComputedStyle(pattern.closest('svg')).display === 'none';
    });
  })()`,
} as const;
