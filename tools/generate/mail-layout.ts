import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import mjml2html from 'mjml'
import type { Generator } from './generator.ts'

const FOLDER = 'server/src/features/messages/layout'

/** Compiles the one layout of all mail into HTML tables, so that no server needs mjml. */
export const mailLayout: Generator = {
  async make(root) {
    const source = await readFile(join(root, FOLDER, 'layout.mjml'), 'utf8')
    const { html } = await mjml2html(source, { validationLevel: 'strict', keepComments: false, fonts: {} })
    return [{ path: `${FOLDER}/layout.generated.ts`, text: asModule(closeUp(html)) }]
  },
}

/** Without indentation and empty lines: every mail carries each byte of it. */
function closeUp(html: string): string {
  return html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

function asModule(html: string): string {
  const literal = html.replace(/[\\`]|\$\{/g, '\\$&')
  return `// Made from layout.mjml by \`npm run generate\`. Change that file, not this one.\n\n/** The layout of all mail as HTML with liquid placeholders. */\nexport const layoutHtml = \`${literal}\n\`\n`
}
