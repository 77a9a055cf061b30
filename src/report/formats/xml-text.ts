/** All that XML 1.0 does not allow in a document (section 2.2), halves of surrogate pairs too. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Text for between tags or within double quotes. Tabs and ends of lines are written as references,
 * else a parser makes spaces of them in an attribute, and so are DEL and C1, which a terminal obeys;
 * U+FFFD stands for what XML cannot hold.
 */
export function escapeXml(text: string): string {
  return text
    .replace(ILLEGAL, '\uFFFD')
    .replace(/[&<>"]/g, (character) => REFERENCES[character] ?? '')
    .replace(/[\t\n\r\u007F-\u009F]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** ` name="value"` for each attribute, in the order given. */
export function formatAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}
