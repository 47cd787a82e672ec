import CloseIcon from "@mui/icons-material/Close";
import FullscreenIcon from "@mui/icons-material/Fullscreen";
import ZoomInIcon from "@mui/icons-material/ZoomIn";
import ZoomOutIcon from "@mui/icons-material/ZoomOut";
import { AppBar, Box, Button, Dialog, IconButton, Toolbar, Tooltip, Typography } from "@mui/material";
import { useMemo, useState, type ReactElement } from "react";
import { useTranslate } from "react-admin";
import { layoutOf, MAX_LINES, parseDependencies } from "./dependencies";
import { GraphPicture } from "./GraphPicture";

const STEP = 1.1;

/** How a component came in, as a picture that can be looked at on the whole screen. */
export default function DependencyGraph({ text }: { text: string }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const [zoom, setZoom] = useState(1);
  const layout = useMemo(() => {
    const edges = parseDependencies(text);
    return edges === null ? null : layoutOf(edges);
  }, [text]);
  if (layout === null) return <Typography variant="body2">{translate("graph.too_large", { max: MAX_LINES })}</Typography>;
  if (layout.nodes.length === 0) return null;
  const label = translate("graph.label", { nodes: layout.nodes.length, edges: layout.edges.length });
  return (
    <Box sx={{ minWidth: 0, maxWidth: 1 }}>
      <Box tabIndex={0} role="group" aria-label={label} sx={{ maxHeight: 320, overflow: "auto", border: 1, borderColor: "divider", borderRadius: 1 }}>
        <GraphPicture layout={layout} label={label} />
      </Box>
      <Button size="small" startIcon={<FullscreenIcon />} onClick={() => setOpen(true)} sx={{ mt: 0.5 }}>
        {translate("graph.full_screen")}
      </Button>
      <Dialog fullScreen open={open} onClose={() => setOpen(false)} aria-label={label}>
        <AppBar position="sticky" color="default" elevation={0}>
          <Toolbar variant="dense" sx={{ justifyContent: "flex-end" }}>
            <Act name="graph.zoom_out" icon={<ZoomOutIcon />} onClick={() => setZoom(zoom / STEP)} />
            <Act name="graph.zoom_in" icon={<ZoomInIcon />} onClick={() => setZoom(zoom * STEP)} />
            <Act name="ra.action.close" icon={<CloseIcon />} onClick={() => setOpen(false)} />
          </Toolbar>
        </AppBar>
        <Box tabIndex={0} role="group" aria-label={label} sx={{ flexGrow: 1, overflow: "auto", p: 2 }}>
          <GraphPicture layout={layout} label={label} zoom={zoom} />
        </Box>
      </Dialog>
    </Box>
  );
}

function Act({ name, icon, onClick }: { name: string; icon: ReactElement; onClick: () => void }) {
  const translate = useTranslate();
  return (
    <Tooltip title={translate(name)}>
      <IconButton aria-label={translate(name)} onClick={onClick}>
        {icon}
      </IconButton>
    </Tooltip>
  );
}
