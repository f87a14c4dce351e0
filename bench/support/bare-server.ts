/** The least that a start could be: a fastify server with one route and no database. */
import { fastify } from 'fastify'

const server = fastify()
server.get('/readyz', async () => ({ status: 'ok' }))
await server.listen({ host: '127.0.0.1', port: Number(process.argv[2]) })
