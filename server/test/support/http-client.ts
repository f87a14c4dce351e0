import { Agent, request as httpRequest } from 'node:http'
import type { Person } from './make.ts'

export interface Reply {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: an answer has whatever shape the test looks at
  body: any
  /** The same as it came over the wire: a file, of a download. */
  bytes: Buffer
}

export interface FileToSend {
  name: string
  content: string | Uint8Array
}

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Reply>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>
  delete(path: string, headers?: Record<string, string>): Promise<Reply>
  /** Sends a file as the part `file` of a form, with the other parts as text. */
  upload(
    path: string,
    file: FileToSend,
    fields?: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Reply>
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  cookies: Map<string, string>
}

export interface Http extends Client {
  /** Signs a person in through the door, with their password, once; the session is kept for the whole test. */
  as(person: Person): Client
  /** A browser of its own: no cookies yet. */
  fresh(): Client
}

/**
 * Speaks to a server as a browser of its tenant's address would.
 * @param listens where it listens
 * @param baseUrl the tenant's address, sent as Host and Origin
 */
export function openHttp(listens: () => string, baseUrl: () => string): Http {
  const signedIn = new Map<string, Client>()
  const fresh = () => clientOf(listens, baseUrl)
  return {
    ...fresh(),
    fresh,
    as(person) {
      const known = signedIn.get(person.id)
      if (known) return known
      const client = fresh()
      let entered: Promise<unknown> | undefined
      const enter = () => {
        entered ??= client
          .post('/api/v1/sessions', { email: person.email, password: person.password })
          .then((reply) => {
            if (reply.status !== 201)
              throw new Error(`${person.email} could not sign in: ${JSON.stringify(reply.body)}`)
          })
        return entered
      }
      const send: Client['send'] = async (...args) => {
        await enter()
        return client.send(...args)
      }
      const lazily: Client = { ...verbsOf(send), cookies: client.cookies }
      signedIn.set(person.id, lazily)
      return lazily
    },
  }
}

function clientOf(listens: () => string, baseUrl: () => string): Client {
  const cookies = new Map<string, string>()
  const send: Client['send'] = async (method, path, body, headers = {}) => {
    const answer = await request(
      new URL(path, listens()),
      method,
      body === undefined || body instanceof Uint8Array ? body : asText(body),
      {
        host: new URL(baseUrl()).host,
        ...(method === 'GET' ? {} : { origin: baseUrl() }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookies.size > 0
          ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...headers,
      },
    )
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/)
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const { bytes } = answer
    const text = bytes.toString('utf8')
    const isJson = /json\b/.test(answer.headers.get('content-type') ?? '')
    return {
      status: answer.status,
      headers: answer.headers,
      body: isJson && text ? JSON.parse(text) : text,
      bytes,
    }
  }
  return { ...verbsOf(send), cookies }
}

function verbsOf(send: Client['send']): Omit<Client, 'cookies'> {
  return {
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
    async upload(path, { name, content }, fields = {}, headers = {}) {
      const form = new FormData()
      for (const [field, value] of Object.entries(fields)) form.set(field, value)
      form.set('file', new Blob([content as Uint8Array<ArrayBuffer>]), name)
      const encoded = new Response(form)
      const type = encoded.headers.get('content-type') ?? ''
      return send('POST', path, new Uint8Array(await encoded.arrayBuffer()), {
        'content-type': type,
        ...headers,
      })
    },
  }
}

const asText = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body))
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** One request with exactly these headers, Host included, which fetch would not let a test choose. */
function request(
  url: URL,
  method: string,
  body: string | Uint8Array | undefined,
  headers: Record<string, string>,
) {
  return new Promise<{ status: number; headers: Headers; bytes: Buffer }>((done, fail) => {
    // Node says by itself how long a body is, but not of DELETE.
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const asked = httpRequest(url, { method, headers: { ...length, ...headers }, agent }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', fail)
      answer.on('end', () => {
        const received = new Headers()
        for (let at = 0; at < answer.rawHeaders.length; at += 2)
          received.append(answer.rawHeaders[at] as string, answer.rawHeaders[at + 1] as string)
        done({
          status: answer.statusCode ?? 0,
          headers: received,
          bytes: Buffer.concat(chunks),
        })
      })
    })
    asked.on('error', fail)
    asked.end(body)
  })
}
