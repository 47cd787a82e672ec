/** The screen of a notification. */
export const notificationLink = (id: number): string => `/notifications/${id}/show`;
