import { Box } from "@mui/material";
import { useTranslate } from "react-admin";
import { NODE, type Layout, type Placed } from "./dependencies";

interface Props {
  layout: Layout;
  label: string;
  zoom?: number;
  /** The component that the picture is about. */
  target: string;
  /** The component that was looked for. */
  found: string | null;
  /** How many neighbours of a component are not shown. */
  hidden: (name: string) => number;
  /** Shows them. */
  onExpand: (name: string) => void;
}

/** From here on names are cut; the whole name is the tooltip. */
const SHOWN_CHARACTERS = 26;

const short = (name: string, room: number) => (name.length > room ? `${name.slice(0, room - 1)}…` : name);

/** Boxes with lines from left to right, in the colours of the theme. */
export function GraphPicture({ layout: { nodes, edges, width, height }, label, zoom = 1, ...state }: Props) {
  return (
    <Box
      component="svg"
      role="group"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width * zoom}
      height={height * zoom}
      sx={{
        display: "block",
        color: "text.primary",
        "& rect": { fill: (theme) => theme.palette.background.paper, stroke: (theme) => theme.palette.text.secondary },
        "& .marked rect": { stroke: (theme) => theme.palette.primary.main, strokeWidth: 2.5 },
        "& .more": { cursor: "pointer" },
        "& .more:focus-visible rect": { strokeWidth: 4 },
        "& path": { stroke: (theme) => theme.palette.text.secondary, fill: "none" },
      }}
    >
      {edges.map(({ from, to }) => {
        const [x1, y1, x2, y2] = [from.x + NODE.width, from.y + NODE.height / 2, to.x, to.y + NODE.height / 2];
        const bend = Math.max(24, Math.abs(x2 - x1) / 2);
        return <path key={`${from.name} ${to.name}`} d={`M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`} />;
      })}
      {nodes.map((node) => (
        <Node key={node.name} node={node} {...state} />
      ))}
    </Box>
  );
}

type NodeProps = Pick<Props, "target" | "found" | "hidden" | "onExpand"> & { node: Placed };

function Node({ node: { name, x, y }, target, found, hidden, onExpand }: NodeProps) {
  const translate = useTranslate();
  const more = hidden(name);
  const marked = name === target || name === found ? "marked" : "";
  const content = (
    <>
      <title>{name}</title>
      <rect x={x} y={y} width={NODE.width} height={NODE.height} rx={6} />
      <text x={x + NODE.width / 2} y={y + NODE.height / 2} fontSize={12} textAnchor="middle" dominantBaseline="central" fill="currentColor">
        {more > 0 ? `${short(name, SHOWN_CHARACTERS - 5)} +${more}` : short(name, SHOWN_CHARACTERS)}
      </text>
    </>
  );
  if (more === 0) return <g className={marked}>{content}</g>;
  return (
    <g
      className={`more ${marked}`}
      role="button"
      tabIndex={0}
      aria-label={translate("graph.expand", { name, smart_count: more })}
      onClick={(event) => {
        event.stopPropagation();
        onExpand(name);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onExpand(name);
      }}
    >
      {content}
    </g>
  );
}
