/** Pixels of the picture for each of the image: sharp on a screen that has two. */
const SCALE = 2;

/** Runs in the page. The answer is a `PictureMessage`. */
const SCRIPT = `
const editor = acquireVsCodeApi();
const image = document.querySelector('img');
image.decode().then(() => {
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * ${SCALE};
  canvas.height = image.naturalHeight * ${SCALE};
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  editor.postMessage({ kind: 'drawn', png: canvas.toDataURL('image/png').split(',')[1] });
}).catch((error) => editor.postMessage({ kind: 'failed', why: String(error) }));
`;

/**
 * A page that shows an SVG image, draws it as PNG and answers with that. Its policy lets this one
 * script run and this one image be shown; an image in an `img` runs and loads nothing itself.
 *
 * @param nonce Unguessable, and used once.
 */
export function picturePage(svg: string, nonce: string): string {
  const policy = `default-src 'none'; img-src data:; script-src 'nonce-${nonce}'`;
  const source = `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
</head>
<body>
<img src="${source}" width="600" alt="">
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>`;
}
