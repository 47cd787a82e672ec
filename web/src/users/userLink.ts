export function userLink(id: number | string): string {
  return `/users/${id}/show`;
}
