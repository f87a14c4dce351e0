/**
 * Does something in each tenant, one after the other. One tenant's fault holds up no other; it is thrown after all, so
 * that it is seen and tried again.
 */
export async function inEachTenant(
  tenants: { tenantId: string }[],
  work: (tenantId: string) => Promise<unknown>,
): Promise<void> {
  const faults: unknown[] = []
  for (const { tenantId } of tenants) await work(tenantId).catch((fault: unknown) => void faults.push(fault))
  if (faults.length > 0) throw faults[0]
}
