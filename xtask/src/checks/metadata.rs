//! What `cargo metadata` tells of our crates and of all that they depend on.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use eyre::{Result, WrapErr};
use serde::Deserialize;

use crate::project::Project;
use crate::tool;

/// The answer of `cargo metadata`, as far as it is used here.
#[derive(Deserialize)]
pub struct Metadata {
    /// Every package of the graph.
    pub packages: Vec<Package>,
    workspace_members: BTreeSet<String>,
    resolve: Option<Resolve>,
}

/// A package, ours or not.
#[derive(Clone, Deserialize)]
pub struct Package {
    /// Cargo's identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence as an SPDX expression, where it has one.
    pub license: Option<String>,
    /// Where it comes from; nothing for our own.
    pub source: Option<String>,
    /// What it names in its manifest.
    pub dependencies: Vec<Dependency>,
    /// The manifest.
    pub manifest_path: PathBuf,
}

/// A line in a manifest.
#[derive(Clone, Deserialize)]
pub struct Dependency {
    /// The package's name.
    pub name: String,
    /// The name in the source, where it differs.
    pub rename: Option<String>,
    /// `dev` or `build`; nothing for an ordinary one.
    pub kind: Option<String>,
    /// Whether a feature turns it on.
    pub optional: bool,
    /// The version that is asked for.
    pub req: String,
    /// A folder, for one of ours.
    pub path: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
}

impl Metadata {
    /// Our own crates, without what they depend on.
    pub fn of_members(project: &Project) -> Result<Self> {
        Self::read(project, &["--no-deps"])
    }

    /// The whole graph as it is compiled for a platform.
    pub fn of_graph(project: &Project, platform: &str) -> Result<Self> {
        Self::read(project, &["--locked", "--filter-platform", platform])
    }

    fn read(project: &Project, arguments: &[&str]) -> Result<Self> {
        let mut cargo = project.cargo();
        cargo
            .args(["metadata", "--format-version", "1"])
            .args(arguments);
        serde_json::from_str(&tool::ask(&mut cargo)?).wrap_err("cargo metadata")
    }

    /// Our own crates.
    pub fn members(&self) -> impl Iterator<Item = &Package> {
        self.packages
            .iter()
            .filter(|package| self.workspace_members.contains(&package.id))
    }

    /// The packages that are really part of the graph, by identifier.
    pub fn resolved(&self) -> BTreeMap<&str, &Package> {
        let nodes: BTreeSet<&str> = self
            .resolve
            .iter()
            .flat_map(|resolve| &resolve.nodes)
            .map(|node| node.id.as_str())
            .collect();
        self.packages
            .iter()
            .filter(|package| nodes.contains(package.id.as_str()))
            .map(|package| (package.id.as_str(), package))
            .collect()
    }
}
