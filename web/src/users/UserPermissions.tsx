import { can, Permission } from "../access/permissions";
import type { User } from "../api/types";
import { Labelled } from "../values/Labelled";
import { LabelledGrid } from "../values/LabelledGrid";
import { Panel } from "../values/Panel";
import { YesNo } from "../values/YesNo";

/** What a user is allowed to do in the whole installation. */
export function UserPermissions({ user }: { user: User }) {
  return (
    <Panel title="user.permissions">
      <LabelledGrid>
        <Labelled label="fields.is_active">
          <YesNo value={user.is_active} />
        </Labelled>
        <Labelled label="fields.is_oidc_user">
          <YesNo value={user.is_oidc_user} />
        </Labelled>
        <Labelled label="fields.is_external">
          <YesNo value={user.is_external} />
        </Labelled>
        <Labelled label="fields.is_superuser">
          <YesNo value={user.is_superuser} />
        </Labelled>
        <Labelled label="user.creates_products">
          <YesNo value={can(user, Permission.ProductCreate)} />
        </Labelled>
        <Labelled label="user.creates_product_groups">
          <YesNo value={can(user, Permission.ProductGroupCreate)} />
        </Labelled>
      </LabelledGrid>
    </Panel>
  );
}
