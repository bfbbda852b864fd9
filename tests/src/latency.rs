//! How long the page takes from a key to its picture, measured in the page itself.

use crate::app::App;
use crate::trouble::Trouble;
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;
use tokio::time::sleep;

/// Milliseconds of many presses, in order of size.
#[derive(Debug, Clone, PartialEq)]
pub struct Latencies {
    sorted: Vec<f64>,
    /// Presses that changed nothing within five seconds.
    pub lost: usize,
}

impl Latencies {
    /// Of these samples; `None` is a press that changed nothing.
    pub fn new(samples: &[Option<f64>]) -> Self {
        let mut sorted: Vec<f64> = samples.iter().copied().flatten().collect();
        sorted.sort_by(f64::total_cmp);
        Self {
            lost: samples.len() - sorted.len(),
            sorted,
        }
    }

    /// All of several runs.
    pub fn together(runs: &[Self]) -> Self {
        let samples: Vec<_> = runs
            .iter()
            .flat_map(|run| run.sorted.iter().copied().map(Some))
            .collect();
        Self {
            lost: runs.iter().map(|run| run.lost).sum(),
            ..Self::new(&samples)
        }
    }

    /// The value that so many percent do not exceed.
    pub fn percentile(&self, percent: usize) -> Option<f64> {
        let rank = (self.sorted.len() * percent).div_ceil(100).max(1);
        self.sorted.get(rank - 1).copied()
    }
}

impl fmt::Display for Latencies {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Some(half), Some(most), Some(worst)) = (self.percentile(50), self.percentile(95), self.percentile(100))
        else {
            return write!(formatter, "nothing measured, {} lost", self.lost);
        };
        write!(
            formatter,
            "{half:>5.0} {most:>5.0} {worst:>5.0} ms  n {}",
            self.sorted.len()
        )?;
        if self.lost > 0 {
            write!(formatter, ", {} lost", self.lost)?;
        }
        Ok(())
    }
}

impl App {
    /// Presses these keys one after the other, each once the picture of the one before is painted, and says how long each took.
    pub async fn press_and_time(&self, keys: &[&str], pause: Duration) -> Result<Latencies, Trouble> {
        self.run(include_str!("latency.js"), vec![]).await?;
        self.run("window.latency.samples = []", vec![]).await?;
        for (pressed, key) in keys.iter().enumerate() {
            self.run("window.latency.armed = true", vec![]).await?;
            self.key(key).await?;
            let done = "return window.latency.samples.length > arguments[0]";
            self.until("the picture of a key", async || {
                Ok(self.run(done, vec![json!(pressed)]).await?.as_bool() == Some(true))
            })
            .await?;
            sleep(pause).await;
        }
        let samples = self.run("return window.latency.samples", vec![]).await?;
        Ok(Latencies::new(&serde_json::from_value::<Vec<Option<f64>>>(samples)?))
    }

    /// Memory of the app and of the processes it started, in bytes by their names: what is theirs alone and their share of what is common.
    pub fn memory(&self) -> Result<BTreeMap<String, u64>, Trouble> {
        let mut waiting = self.driver.children()?;
        let mut bytes = BTreeMap::new();
        while let Some(process) = waiting.pop() {
            let read = |file: &str| fs_err::read_to_string(format!("/proc/{process}/{file}"));
            // A process may end while it is looked at.
            if let (Ok(name), Ok(arguments), Ok(rollup)) = (read("comm"), read("cmdline"), read("smaps_rollup")) {
                let name = if arguments.contains("--media-worker") {
                    "media worker"
                } else {
                    name.trim()
                };
                *bytes.entry(name.to_owned()).or_default() += proportional_kib(&rollup) * 1024;
            }
            if let Ok(children) = fs_err::read_to_string(format!("/proc/{process}/task/{process}/children")) {
                waiting.extend(children.split_whitespace().filter_map(|id| id.parse::<u32>().ok()));
            }
        }
        Ok(bytes)
    }
}

fn proportional_kib(rollup: &str) -> u64 {
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let samples: Vec<_> = (1..=20).map(|value| Some(f64::from(value))).chain([None]).collect();
        let latencies = Latencies::new(&samples);
        assert_eq!(latencies.percentile(50), Some(10.0));
        assert_eq!(latencies.percentile(95), Some(19.0));
        assert_eq!(latencies.lost, 1);
        assert!(latencies.to_string().contains("1 lost"));
        assert_eq!(Latencies::new(&[]).percentile(95), None);
    }

    #[test]
    fn memory_is_read_from_the_line_of_the_proportional_share() {
        assert_eq!(proportional_kib("Rss: 9 kB\nPss:   1234 kB\nPss_Dirty: 3 kB\n"), 1234);
        assert_eq!(proportional_kib(""), 0);
    }
}
