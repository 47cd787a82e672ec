import { lazy } from "react";
import type { ObservationListItem } from "../api/types";

const ObservationDetails = lazy(() => import("./ObservationDetails"));

/** The details of an observation beside a list of observations. */
export const besideList = ({ id }: ObservationListItem) => <ObservationDetails id={id} />;
