export function groupLink(id: number | string): string {
  return `/authorization_groups/${id}/show`;
}
