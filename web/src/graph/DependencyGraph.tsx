import CloseIcon from "@mui/icons-material/Close";
import FullscreenIcon from "@mui/icons-material/Fullscreen";
import ZoomInIcon from "@mui/icons-material/ZoomIn";
import ZoomOutIcon from "@mui/icons-material/ZoomOut";
import { AppBar, Autocomplete, Box, Button, createFilterOptions, Dialog, IconButton, Stack, TextField, Toolbar, Tooltip, Typography } from "@mui/material";
import { useId, useMemo, useState, type ReactElement } from "react";
import { useTranslate } from "react-admin";
import { layoutOf, MAX_LINES, parseDependencies } from "./dependencies";
import { GraphPicture } from "./GraphPicture";
import { beginning, edgesAmong, neighbourhoodOf, wayThrough } from "./ways";

const STEP = 1.1;
/** Up to so many components are shown at once without being asked for. */
const SMALL = 25;
/** With more in a picture nobody could see through it. */
const MOST_SHOWN = 300;
const OFFERED = 50;

const filterOptions = createFilterOptions<string>({ limit: OFFERED });

interface Props {
  text: string;
  /** The component whose dependencies they are. */
  of?: string;
}

/**
 * How a component came in, as a picture that can be looked at on the whole screen. Of many dependencies only a way from the root to the component
 * is shown at first; more is shown by a click on a component or by looking for one.
 */
export default function DependencyGraph({ text, of = "" }: Props) {
  const translate = useTranslate();
  const heading = useId();
  const [open, setOpen] = useState(false);
  const [zoom, setZoom] = useState(1);
  const edges = useMemo(() => parseDependencies(text), [text]);
  const graph = useMemo(() => neighbourhoodOf(edges ?? []), [edges]);
  const collapsed = () => new Set(graph.names.length <= SMALL ? graph.names : beginning(of, graph));
  const [shown, setShown] = useState<ReadonlySet<string>>(collapsed);
  const [found, setFound] = useState<string | null>(null);
  const layout = useMemo(() => layoutOf(edgesAmong(edges ?? [], shown)), [edges, shown]);
  if (edges === null) return <Typography variant="body2">{translate("graph.too_large", { max: MAX_LINES })}</Typography>;
  if (graph.names.length === 0) return null;

  const hidden = (name: string) => [...(graph.parents.get(name) ?? []), ...(graph.children.get(name) ?? [])].filter((other) => !shown.has(other));
  const expand = (name: string) => setShown(new Set([...shown, ...hidden(name).slice(0, MOST_SHOWN - shown.size)]));
  const find = (name: string | null) => {
    setFound(name);
    if (name !== null) setShown(new Set([...shown, ...wayThrough(name, of, graph)]));
  };
  const label = translate("graph.label", { nodes: layout.nodes.length, edges: layout.edges.length });
  const picture = (scale: number) => <GraphPicture layout={layout} label={label} zoom={scale} target={of} found={found} hidden={(name) => hidden(name).length} onExpand={expand} />;
  const isLarge = graph.names.length > SMALL;
  const tools = isLarge ? (
    <Stack direction="row" useFlexGap sx={{ flexWrap: "wrap", alignItems: "center", gap: 1, mb: 1 }}>
      <Autocomplete
        size="small"
        options={graph.names}
        filterOptions={filterOptions}
        value={found}
        onChange={(_event, name) => find(name)}
        renderInput={(params) => <TextField {...params} label={translate("graph.find")} />}
        sx={{ width: "18em" }}
      />
      <Typography variant="body2">{translate("graph.shown", { shown: shown.size, all: graph.names.length })}</Typography>
      {graph.names.length <= MOST_SHOWN && shown.size < graph.names.length ? (
        <Button size="small" onClick={() => setShown(new Set(graph.names))}>
          {translate("graph.show_all")}
        </Button>
      ) : null}
      <Button
        size="small"
        onClick={() => {
          setFound(null);
          setShown(collapsed());
        }}
      >
        {translate("graph.collapse")}
      </Button>
    </Stack>
  ) : null;
  return (
    <Box sx={{ minWidth: 0, maxWidth: 1 }}>
      {tools}
      {/* The button below does the same for the keyboard. */}
      <Box tabIndex={0} role="group" aria-label={label} onClick={() => setOpen(true)} sx={{ cursor: "zoom-in", maxHeight: 320, overflow: "auto", border: 1, borderColor: "divider", borderRadius: 1 }}>
        {picture(1)}
      </Box>
      <Button size="small" startIcon={<FullscreenIcon />} onClick={() => setOpen(true)} sx={{ mt: 0.5 }}>
        {translate("graph.full_screen")}
      </Button>
      <Dialog fullScreen open={open} onClose={() => setOpen(false)} aria-labelledby={heading}>
        <AppBar position="sticky" color="default" elevation={0}>
          <Toolbar variant="dense">
            <Typography id={heading} variant="body2" component="h2" sx={{ flexGrow: 1 }}>
              {label}
            </Typography>
            <Act name="graph.zoom_out" icon={<ZoomOutIcon />} onClick={() => setZoom(zoom / STEP)} />
            <Act name="graph.zoom_in" icon={<ZoomInIcon />} onClick={() => setZoom(zoom * STEP)} />
            <Act name="ra.action.close" icon={<CloseIcon />} autoFocus onClick={() => setOpen(false)} />
          </Toolbar>
        </AppBar>
        <Box sx={{ p: 2, pb: 0 }}>{tools}</Box>
        <Box tabIndex={0} role="group" aria-label={label} sx={{ flexGrow: 1, overflow: "auto", p: 2 }}>
          {picture(zoom)}
        </Box>
      </Dialog>
    </Box>
  );
}

function Act({ name, icon, autoFocus = false, onClick }: { name: string; icon: ReactElement; autoFocus?: boolean; onClick: () => void }) {
  const translate = useTranslate();
  return (
    <Tooltip title={translate(name)}>
      <IconButton aria-label={translate(name)} autoFocus={autoFocus} onClick={onClick}>
        {icon}
      </IconButton>
    </Tooltip>
  );
}
