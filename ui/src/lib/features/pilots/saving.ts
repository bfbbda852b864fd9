/** Writes a chart to a file that the person chooses. */

import { svgFile } from '$lib/charts/svg-file';
import { ipc, type ChartName, type DashboardRequest } from '$lib/ipc';
import { notices } from '$lib/state/notices.svelte';

async function told(written: Promise<string | null>): Promise<void> {
  try {
    const file = await written;
    if (file !== null) notices.done(`The chart is written to ${file}.`);
  } catch (thrown) {
    notices.problem(thrown);
  }
}

export function saving(request: () => DashboardRequest, chart: ChartName) {
  return {
    picture: (svg: SVGSVGElement, title: string) => void told(ipc.export_chart_svg({ chart, svg: svgFile(svg, title) })),
    values: () => void told(ipc.export_chart_csv({ request: request(), chart })),
  };
}
