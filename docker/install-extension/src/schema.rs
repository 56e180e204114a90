//! SQL from the library's own schema section, as `cargo pgrx schema --skip-build` makes it.

use crate::failure::Failure;
use crate::project::Project;
use object::{Object, ObjectSection, ReadCache};
use pgrx_sql_entity_graph::section::{decode_entities, is_schema_section_name};
use pgrx_sql_entity_graph::{PgrxSql, SqlGraphEntity};
use std::fs::File;
use std::panic::catch_unwind;

/// The extension's SQL script. pgrx's own error, with its causes, where it cannot be made.
pub fn generate(library: &File, project: &Project) -> Result<String, Failure> {
    let section = find_section(library)?;
    let result = catch_unwind(|| {
        let mut entities = vec![SqlGraphEntity::ExtensionRoot(project.control.clone())];
        entities.extend(decode_entities(&section)?);
        PgrxSql::build(
            entities.into_iter(),
            project.lib_name.clone(),
            project.has_versioned_library(),
        )?
        .to_sql()
    });
    match result {
        Ok(Ok(sql)) => Ok(sql),
        Ok(Err(report)) => {
            let causes: Vec<String> = report.chain().map(|cause| cause.to_string()).collect();
            Err(Failure::new(
                "schema",
                causes.join(": "),
                "pgrx could not order or name the SQL that your items ask for.",
            ))
        }
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text
                .or(panic.downcast_ref::<&str>().copied())
                .unwrap_or("it gave no reason");
            Err(Failure::new(
                "schema",
                format!("pgrx stopped while it made the SQL: {text}"),
                "",
            ))
        }
    }
}

/// Of a library of 20 MB, only what leads to the section is read.
fn find_section(library: &File) -> Result<Vec<u8>, Failure> {
    let bad = |error: object::Error| {
        Failure::new(
            "badLibrary",
            format!("the library cannot be read: {error}"),
            "",
        )
    };
    let cache = ReadCache::new(library);
    let file = object::File::parse(&cache).map_err(bad)?;
    for section in file.sections() {
        if is_schema_section_name(section.name().map_err(bad)?) {
            return section.data().map(<[u8]>::to_vec).map_err(bad);
        }
    }
    let hint = "Is this crate a pgrx extension: pgrx among its dependencies, pg_module_magic!() and at least one #[pg_extern]?";
    Err(Failure::new(
        "noSchemaSection",
        "the library has no pgrx schema section",
        hint,
    ))
}
