import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { openApiDocument } from '../../server/src/entrances/http/openapi.ts'
import type { Generator } from './generator.ts'

/** Writes the description of the HTTP API from its routes, and the types of the console's client from that. */
export const api: Generator = {
  async make() {
    const document = await openApiDocument()
    const types = astToString(await openapiTS(document as OpenAPI3))
    return [
      { path: 'docs/openapi.json', text: `${JSON.stringify(document, null, 2)}\n` },
      {
        path: 'console/src/api/schema.d.ts',
        text: `// Made from the server's routes by \`npm run generate\`. Change those, not this file.\n\n${types}`,
      },
    ]
  },
}
