import { Badge, Box, Card, Tab, Tabs } from "@mui/material";
import { Suspense, type ReactElement, type ReactNode } from "react";
import { useTranslate } from "react-admin";
import { Link, useLocation } from "react-router-dom";
import { ScreenSkeleton } from "./ScreenSkeleton";

export interface RoutedTab {
  /** Last part of the address; empty for the first tab. */
  path: string;
  /** Key of the message catalogue. */
  label: string;
  icon: ReactElement;
  /** Shown as a badge, unless 0. */
  count?: number;
  content: () => ReactNode;
}

interface Props {
  /** Address of the first tab. */
  base: string;
  tabs: readonly RoutedTab[];
  label: string;
  /** Path of the tab that the tabs after it belong to: they are shown while it or one of them is chosen. */
  foldAt?: string;
}

/** Tabs with an address each; only the chosen one is rendered. */
export function RoutedTabs({ base, tabs, label, foldAt }: Props) {
  const translate = useTranslate();
  const { pathname, search } = useLocation();
  const path = pathname.slice(base.length).replace(/^\//, "");
  const current = tabs.find((tab) => tab.path === path) ?? tabs[0];
  if (current === undefined) return null;
  const fold = tabs.findIndex((tab) => tab.path === foldAt);
  const collapsed = fold >= 0 && tabs.indexOf(current) < fold;
  const shown = collapsed ? tabs.slice(0, fold + 1) : tabs;

  // "Where I came from" belongs to the screen, filters of a list to their tab.
  const parameters = new URLSearchParams(search);
  const kept = new URLSearchParams([...parameters].filter(([name]) => name === "from" || name === "at")).toString();
  const address = (tab: RoutedTab) => ({ pathname: tab.path === "" ? base : `${base}/${tab.path}`, search: kept });
  return (
    <Card>
      <Tabs value={current.path} variant="scrollable" scrollButtons="auto" allowScrollButtonsMobile aria-label={translate(label)} sx={{ "& .MuiTab-root": { pt: 1.5 }, "& .MuiTab-icon": { overflow: "visible" } }}>
        {shown.map((tab) => (
          <Tab
            key={tab.path}
            value={tab.path}
            label={collapsed && tab.path === foldAt ? translate("tabs.more", { label: translate(tab.label) }) : translate(tab.label)}
            {...(tab.path === foldAt && { "aria-expanded": !collapsed })}
            icon={
              // An invisible 0 would be read out.
              <Badge badgeContent={tab.count === 0 ? undefined : tab.count} color="secondary">
                {tab.icon}
              </Badge>
            }
            component={Link}
            to={address(tab)}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" aria-label={translate(current.label)} sx={{ p: 2, borderTop: 1, borderColor: "divider" }}>
        <Suspense fallback={<ScreenSkeleton />}>{current.content()}</Suspense>
      </Box>
    </Card>
  );
}
