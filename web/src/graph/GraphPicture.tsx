import { Box } from "@mui/material";
import { NODE, type Layout } from "./dependencies";

interface Props {
  layout: Layout;
  label: string;
  zoom?: number;
}

/** From here on names are cut; the whole name is the tooltip. */
const SHOWN_CHARACTERS = 26;

const short = (name: string) => (name.length > SHOWN_CHARACTERS ? `${name.slice(0, SHOWN_CHARACTERS - 1)}…` : name);

/** Boxes with lines from left to right, in the colours of the theme. */
export function GraphPicture({ layout: { nodes, edges, width, height }, label, zoom = 1 }: Props) {
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width * zoom}
      height={height * zoom}
      sx={{ display: "block", color: "text.primary", "& rect": { fill: (theme) => theme.palette.background.paper, stroke: (theme) => theme.palette.text.secondary }, "& path": { stroke: (theme) => theme.palette.text.secondary, fill: "none" } }}
    >
      {edges.map(({ from, to }) => {
        const [x1, y1, x2, y2] = [from.x + NODE.width, from.y + NODE.height / 2, to.x, to.y + NODE.height / 2];
        const bend = Math.max(24, Math.abs(x2 - x1) / 2);
        return <path key={`${from.name} ${to.name}`} d={`M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`} />;
      })}
      {nodes.map(({ name, x, y }) => (
        <g key={name}>
          <title>{name}</title>
          <rect x={x} y={y} width={NODE.width} height={NODE.height} rx={6} />
          <text x={x + NODE.width / 2} y={y + NODE.height / 2} fontSize={12} textAnchor="middle" dominantBaseline="central" fill="currentColor">
            {short(name)}
          </text>
        </g>
      ))}
    </Box>
  );
}
