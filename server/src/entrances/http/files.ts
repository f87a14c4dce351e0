import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'
import type { Download, RouteSpec } from '../../platform/http/route.ts'

/** What the other parts of a form and the form itself may weigh beside the file, in bytes. */
const FORM_BYTES = 262_144

const tooLarge = (most: number) =>
  new Refusal(
    'too_large',
    'too_large',
    `That file is larger than ${Math.floor(most / 1_048_576)} MB. Take out pictures and sheets that aren’t needed, or save it as CSV.`,
  )

/** Most bytes of a body that is JSON where a file could come instead: it is read whole, and not in a thread of its own. */
const JSON_BYTES = 4 * 1_048_576

export function bodyLimitOf(spec: RouteSpec): { bodyLimit?: number } {
  if (spec.upload) return { bodyLimit: JSON_BYTES }
  return spec.bodyBytes ? { bodyLimit: spec.bodyBytes } : {}
}

/** Takes the form of a request apart: the file into memory, never more of it than `most` bytes; the rest is the body. */
export function receiveFile(most: number): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    if (Number(request.headers['content-length'] ?? 0) > most + FORM_BYTES) throw tooLarge(most)
    if (!request.isMultipart()) return
    const fields = await readParts(request, most).catch((error: unknown) => {
      if (error instanceof Refusal || isRefusedByServer(error)) throw error
      throw brokenForm()
    })
    request.body = Object.keys(fields).length > 0 ? fields : undefined
  }
}

/** Keeps the file with the request. @returns the other parts, as text */
async function readParts(request: FastifyRequest, most: number): Promise<Record<string, string>> {
  const fields: Record<string, string> = {}
  const limits = { fileSize: most, files: 1, fields: 10, fieldSize: FORM_BYTES, parts: 12, headerPairs: 20 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else {
      const bytes = await part.toBuffer()
      if (part.file.truncated) throw tooLarge(most)
      if (request.lanyard) request.lanyard.file = { name: cleanName(part.filename), bytes }
    }
  }
  return fields
}

/** Errors that say themselves what they answer, such as too many parts. */
const isRefusedByServer = (error: unknown) => (error as FastifyError).statusCode !== undefined

const brokenForm = () =>
  new Refusal(
    'unprocessable',
    'form_broken',
    'That upload didn’t arrive whole. Choose the file again and try once more.',
  )

/** The last part of whatever path a name has, for people to know the file by; nothing is ever stored under it. */
const cleanName = (name: string | undefined) =>
  (name ?? '').normalize('NFC').split(/[/\\]/).at(-1)?.replace(/\p{C}/gu, '').trim().slice(0, 200) ||
  'Staff list'

export function sendFile(reply: FastifyReply, file: Download): FastifyReply {
  const plain = file.name.normalize('NFKD').replace(/[^\w. -]/g, '')
  return reply
    .status(200)
    .type(file.type)
    .header(
      'Content-Disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .send(file.bytes)
}
