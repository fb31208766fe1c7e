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

  /** Functions that read pages with the browser's own parser, without showing them. */
  defineInspect: `
    const read = (source) => new DOMParser().parseFromString(source, 'text/html');
    const ELEMENTS = new Set(('html head meta link title style body a svg defs pattern path circle rect g text tspan desc header div p strong ' +
      'span nav main section h1 h2 h3 h4 ol ul li dl dt dd article pre code fieldset legend label input figure figcaption details summary ' +
      'table caption thead tbody tr th td footer').split(' '));
    const inspect = (source) => {
      const page = read(source);
      const all = [...page.querySelectorAll('*')];
      const wrong = [];
      for (const element of all) {
        const name = element.localName;
        if (!ELEMENTS.has(name)) wrong.push('<' + name + '>');
        for (const { name: attribute, value } of element.attributes) {
          if (attribute.startsWith('on') || attribute === 'style' || attribute === 'src') wrong.push('attribute ' + attribute);
          if (/href$/.test(attribute) && !value.startsWith('#') && value !== 'data:,') wrong.push('link to ' + value);
          if (attribute === 'id' && !/^[a-z0-9-]+$/.test(value)) wrong.push('id ' + value);
        }
      }
      const ids = all.map((element) => element.id).filter((id) => id !== '');
      if (new Set(ids).size !== ids.length) wrong.push('an id twice');
      for (const link of page.querySelectorAll('a[href^="#"]'))
        if (page.getElementById(link.getAttribute('href').slice(1)) === null) wrong.push('a link that leads nowhere');
      if (/[\\p{Cf}\\p{Cs}]|(?!\\n)\\p{Cc}/u.test(page.documentElement.textContent)) wrong.push('a character that nobody sees');
      // Names stand in a drawing only where they have room.
      for (const text of page.querySelectorAll('.chart text, .keys')) text.remove();
      const shape = (element) => '<' + element.localName + ' ' +
        [...element.attributes].map(({ name, value }) => (name === 'class' ? 'class=' + value : name)).sort().join(' ') + '>' +
        [...element.children].map(shape).join('') + '</>';
      return { skeleton: shape(page.documentElement), wrong: [...new Set(wrong)] };
    };
    globalThis.inspectAll = (sources) => sources.map(inspect);
    globalThis.textsOf = (sources) => sources.map((source) => {
      const page = read(source);
      const plain = (selector) => (page.querySelector(selector)?.textContent ?? '').replace(/\\s+/g, ' ').trim();
      return { remedy: plain('.finding .remedy'), statement: plain('.finding pre code') };
    });
  `,
} as const;
