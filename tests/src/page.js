// Finds what a person would name: by role and accessible name, only where it is shown. Arguments: the role, the name.
// Gives the elements whose name is exactly this, or else those whose name begins with it; inside the part of the page
// of the third argument's name, when there is one.
const [role, wanted, inside] = arguments;

const implied = {
  // Whatever text can be typed into.
  field: 'input:not([type=checkbox], [type=radio], [type=range]), textarea',
  button: 'button, summary, input[type=button], input[type=submit]',
  link: 'a[href]',
  textbox: 'input:not([type]), input[type=text], input[type=number], input[type=email], textarea',
  searchbox: 'input[type=search]',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  combobox: 'select',
  heading: 'h1, h2, h3, h4',
  dialog: 'dialog',
  complementary: 'aside',
  navigation: 'nav',
  table: 'table',
  row: 'tr',
  term: 'dt',
  listitem: 'li',
  img: 'img',
  region: 'section[aria-label], section[aria-labelledby]',
  figure: 'figure',
  group: 'fieldset',
  alert: '[role=alert]',
};

const tidy = (text) => text.replace(/\s+/g, ' ').trim();

function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
  if (node.tagName === 'SELECT' || node.tagName === 'INPUT' || node.tagName === 'STYLE') return '';
  if (node.hasAttribute('aria-label')) return node.getAttribute('aria-label');
  if (node.tagName === 'IMG') return node.alt;
  const inner = [...node.childNodes].map(textOf).join('');
  return getComputedStyle(node).display.startsWith('inline') ? inner : ` ${inner} `;
}

function nameOf(element) {
  const labelled = element.getAttribute('aria-labelledby');
  if (labelled) {
    return tidy(labelled.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(textOf).join(' '));
  }
  if (element.hasAttribute('aria-label')) return tidy(element.getAttribute('aria-label'));
  if (element.tagName === 'FIELDSET') return tidy(textOf(element.querySelector('legend') ?? element));
  if (element.labels?.length) return tidy([...element.labels].map(textOf).join(' '));
  return tidy(textOf(element)) || element.title || '';
}

const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });

const parts = `[role=group], [role=region], ${implied.group}, ${implied.region}`;
const part = inside ? [...document.querySelectorAll(parts)].find((element) => nameOf(element) === inside && shown(element)) : document;
const selector = [`[role="${role}"]`, implied[role]].filter(Boolean).join(', ');
const named = [...(part?.querySelectorAll(selector) ?? [])]
  .filter((element) => (role === 'field' || (element.getAttribute('role') ?? role) === role) && shown(element))
  .map((element) => [element, nameOf(element)]);
const exact = named.filter(([, name]) => name === wanted);
const matching = exact.length > 0 ? exact : named.filter(([, name]) => name.startsWith(wanted));
return { elements: matching.map(([element]) => element), names: named.map(([, name]) => name).slice(0, 40) };
