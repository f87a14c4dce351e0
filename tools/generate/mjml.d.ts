/** The part of mjml we use; the package brings no types. */
declare module 'mjml' {
  interface Options {
    validationLevel: 'strict'
    keepComments: boolean
    fonts: Record<string, string>
  }
  export default function mjml2html(mjml: string, options: Options): Promise<{ html: string }>
}
