import { may, type Organisation } from '../api/types.ts'

/** Whether all there is for this person here are the seats, as for a Finance Manager; the server says so. */
export const seesOnlySeats = ({ actions }: Organisation): boolean =>
  may(actions, 'seats.view').allowed && !may(actions, 'units.view').allowed
