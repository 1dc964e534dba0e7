"""The documentation is what the program does: commands run, outputs and generated pages are right."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

ROOT = Path(__file__).parents[2]


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_docs", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


generate = load(ROOT / "docs" / "generate.py")
PAGES = sorted(generate.hand_written())
AGAIN = "run: python docs/generate.py"


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_every_command_runs_and_prints_what_the_page_shows(page: Path):
    text = page.read_text(encoding="utf-8")
    assert generate.refreshed(text) == text, AGAIN


def test_the_pages_made_from_the_program_are_up_to_date():
    for name, page in (("rules", generate.rules_page()), ("format", generate.format_page())):
        assert (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") == page, AGAIN


def test_the_runner_sees_what_is_wrong():
    page = "<!-- status: 0 -->\n```sh\nfactcheck claims/ --select nothing\n```\n"
    with pytest.raises(SystemExit, match="no rule or family"):
        generate.refreshed(page)
    with pytest.raises(SystemExit, match="status 0, not 1"):
        generate.refreshed("<!-- status: 1 -->\n```sh\ntrue\n```\n")
    old = "```sh\necho new\n```\n\n<!-- output -->\n```text\nold\n```\n"
    assert generate.refreshed(old) == old.replace("text\nold", "text\nnew")


def test_the_site_is_built_without_a_warning(tmp_path: Path):
    pytest.importorskip("mkdocs")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(tmp_path / "site")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site" / "rules" / "index.html").is_file()
    assert not (tmp_path / "site" / "generate.py").exists()


def test_the_programs_of_the_python_page_run(desk):
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    programs = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(programs) == 3
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(programs)],
        cwd=desk.folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**desk.environment(), "PYTHONPATH": str(ROOT)},
    )
    assert done.stderr == ""


# what CI systems read


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory):
    return generate.Desk.at(tmp_path_factory.mktemp("desk"))


def run(desk, command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/bash", "-eo", "pipefail", "-c", command],
        cwd=desk.folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**desk.environment(), **environment},
    )


def blocks(mark: str) -> list[object]:
    """The YAML blocks of the page on CI that are marked so."""
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    found = re.findall(rf"<!-- {mark} -->\n+```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return [yaml.safe_load(each) for each in found]


def action() -> dict:
    return yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def test_the_github_action_checks_and_leaves_a_sarif_report(desk):
    install, check = action()["runs"]["steps"][1:]
    assert install["run"] == 'python -m pip install --quiet "$ACTION"'
    desk.save("two words/march.yaml", generate.MARCH)
    inputs = {
        "PATHS": "claims/\ntwo words/\n",
        "TEXTS": "articles\n",
        "ARGUMENTS": "--fail-on=error\n--ignore=source",
        "SARIF": "out.sarif",
    }
    assert {f"${{{{ inputs.{name.lower()} }}}}" for name in inputs} == set(check["env"].values())
    done = run(desk, check["run"], **inputs)
    assert done.returncode == 1
    assert re.search(r"^::error .*file=two words/march.yaml,line=5", done.stdout, re.MULTILINE)
    assert (desk.folder / "out.sarif").is_file()
    desk.save("two words/march.yaml", generate.MARCH.replace("410", "720"))
    defaults = {"PATHS": "two words", "TEXTS": "", "ARGUMENTS": "", "SARIF": ""}
    assert run(desk, check["run"], **defaults).returncode == 0


def test_nothing_in_the_actions_inputs_is_run(desk):
    check = action()["runs"]["steps"][2]
    evil = "$(touch run); `touch run`"
    run(desk, check["run"], PATHS=evil, TEXTS=evil, ARGUMENTS=evil, SARIF=evil)
    assert not (desk.folder / "run").exists()


def test_the_github_workflow_uses_the_action_as_it_is(desk):
    (workflow,) = blocks("github")
    steps = workflow["jobs"]["factcheck"]["steps"]
    (own,) = [step for step in steps if "OWNER/factcheck" in step["uses"]]
    assert set(own["with"]) <= set(action()["inputs"])
    (plain,) = blocks("github steps")
    commands = [step["run"] for step in plain if "run" in step]
    assert commands[0] == "pip install factcheck"
    assert run(desk, commands[1]).returncode in {0, 1}


def test_the_gitlab_job_writes_the_report_that_it_names(desk):
    (job,) = blocks("gitlab")
    install, check = job["factcheck"]["script"]
    assert install == "pip install factcheck"
    assert run(desk, check).returncode in {0, 1}
    assert (desk.folder / job["factcheck"]["artifacts"]["reports"]["codequality"]).is_file()


def test_the_hooks_of_pre_commit_run(desk):
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (config,) = blocks("pre-commit")
    wanted = [hook["id"] for hook in config["repos"][0]["hooks"]]
    assert wanted == [hook["id"] for hook in hooks]
    whole, layout = hooks
    done = run(desk, " ".join([whole["entry"], *whole["args"]]))
    assert done.returncode in {0, 1}, done.stderr
    done = run(
        desk,
        f"{layout['entry']} claims/march.yaml && {layout['entry']} --check claims/march.yaml",
    )
    assert done.returncode == 0, done.stderr
    assert re.search(layout["files"], "claims/2015/a.yaml")
