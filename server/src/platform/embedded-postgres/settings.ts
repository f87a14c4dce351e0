/** The socket is always named after PostgreSQL's usual port; nothing listens on a port. */
export const PORT = 5432
export const SOCKET = `.s.PGSQL.${PORT}`
export const SUPERUSER = 'lanyard_supervisor'
export const DATABASE = 'postgres'

/**
 * The settings of the embedded database. They are given on the command line at each start, so a new release
 * changes them, and stand in postgresql.conf too, for a server that somebody starts by hand.
 * @param durable false where everything can be made again, such as tests' data: then nothing waits for the disk
 */
export function settings(socketFolder: string, durable = true): string[] {
  const kept = durable ? 'on' : 'off'
  const values = {
    // Reached by its socket only, whose folder only its owner may enter.
    listen_addresses: '',
    port: String(PORT),
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',

    // What has been committed stays, whatever happens to the machine.
    fsync: kept,
    synchronous_commit: kept,
    full_page_writes: kept,

    // A small machine.
    max_connections: '60',
    shared_buffers: '64MB',
    maintenance_work_mem: '32MB',
    effective_cache_size: '256MB',
    min_wal_size: '80MB',
    max_wal_size: '512MB',
    max_worker_processes: '4',
    autovacuum_max_workers: '2',
    max_logical_replication_workers: '0',
    io_method: 'sync',
    jit: 'off',
    huge_pages: 'off',

    // Not /dev/shm: containers make it tiny, and systemd empties it when the user who started us logs out.
    dynamic_shared_memory_type: 'mmap',

    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',

    // What happens to the server. Failed statements reach the program, which logs them without people's data.
    cluster_name: 'lanyard',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
