import fastifySwagger from '@fastify/swagger'
import { fastify } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { API_DESCRIPTION } from './api-description.ts'
import { fastifyPath, schemaOf } from './route-schema.ts'
import { ROUTES } from './routes.ts'

/** The description of the API (OpenAPI 3.1), made from the routes' own shapes, without a database or a listening server. */
export async function openApiDocument(): Promise<object> {
  const server = fastify()
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  await server.register(fastifySwagger, { openapi: API_DESCRIPTION, transform: jsonSchemaTransform })
  await server.register(async (scope) => {
    for (const spec of ROUTES)
      scope.route({
        method: spec.method,
        url: fastifyPath(spec),
        schema: schemaOf(spec),
        handler: async () => null,
      })
  })
  await server.ready()
  const document = server.swagger()
  await server.close()
  return document
}
