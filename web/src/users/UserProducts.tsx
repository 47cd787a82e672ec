import { MembershipList } from "../members/MembershipList";

/** The products, or the product groups, that a user is a direct member of. */
export function UserProducts({ user, groups }: { user: number; groups: boolean }) {
  return <MembershipList resource="product_members" of={{ user }} groups={groups} />;
}
