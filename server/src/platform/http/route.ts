import type { z } from 'zod'
import type { Anonymous, Person } from '../../kernel/actor.ts'
import type { App } from '../app.ts'
import type { Cookies } from './cookies.ts'

/**
 * Who may call a route at all, and as whom the verb meets them. Whoever calls a `public` route is a visitor, signed in or
 * not; one for `anyone` is told who is signed in. What they may do there is the verb's to decide.
 */
interface Callers {
  public: Anonymous
  anyone: Person | Anonymous
  person: Person
}

export type Access = keyof Callers

/** A file that came with a request, whole and no larger than the route takes. */
export interface UploadedFile {
  name: string
  bytes: Buffer
}

/** A file as an answer, to be kept under its name. */
export interface Download {
  name: string
  /** Media type. */
  type: string
  bytes: Buffer
}

interface Asked<Params, Query, Body, Who extends Access> {
  actor: Callers[Who]
  params: Params
  query: Query
  body: Body
  cookies: Cookies
  /** Of a route with `upload`, if one came. */
  file: UploadedFile | undefined
}

/** A route as data: the shape of the question and the answer, and the one verb that answers. */
export interface RouteSpec<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
  Who extends Access = Access,
  D extends z.ZodType = z.ZodType,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With parameters in braces, such as `/api/v1/units/{id}`. Every parameter named `id` is a UUID. */
  path: string
  /** Name of the operation in the API's description, unique. */
  operation: string
  summary: string
  tag: string
  access: Who
  params?: P
  query?: Q
  body?: B
  status: 200 | 201 | 202 | 204
  answer?: A
  /** Where the body may say `dryRun`: what is answered then, with status 200, having changed nothing. */
  dryRun?: D
  /** Most bytes of a body, where the usual mebibyte is too few. */
  bodyBytes?: number
  /** Takes one file (multipart, the part `file`) of at most so many bytes; the other parts are the body, as text. */
  upload?: number
  /** Answers with a file, a `Download`, instead of JSON. */
  download?: boolean
  /** Codes of the refusals a caller should expect, besides those every route has. */
  refusals?: readonly string[]
  handle(
    app: App,
    asked: Asked<z.output<P>, z.output<Q>, z.output<B>, Who>,
  ): Promise<z.input<A> | z.input<D> | Download | undefined>
}

/** Declares a route, with its parts inferred from the shapes. */
export function route<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
  Who extends Access,
  D extends z.ZodType = z.ZodNever,
>(spec: RouteSpec<P, Q, B, A, Who, D>): RouteSpec {
  return spec as unknown as RouteSpec
}
