// Starts `sop lsp` and hands it the definitions of SOPs that are open.

"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const INSTALL =
  "The program 'sop' cannot be started. Install it with: pip install \"sop-engine[desk]\", or set sop.path.";

let client;
let turn = Promise.resolve();

/** The client for the settings as they are now. */
function made() {
  const settings = vscode.workspace.getConfiguration("sop");
  const language = settings.get("language");
  const server = {
    command: settings.get("path") || "sop",
    args: language ? ["lsp", "--lang", language] : ["lsp"],
  };
  const documentSelector = settings
    .get("patterns")
    .map((pattern) => ({ scheme: "file", language: "yaml", pattern }));
  return new LanguageClient("sop", "SOP", server, { documentSelector });
}

async function start() {
  client = made();
  try {
    await client.start();
  } catch (fault) {
    client = undefined;
    vscode.window.showErrorMessage(`${INSTALL} (${fault.message || fault})`);
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) {
    await running.stop().catch(() => undefined);
  }
}

/** One after the other, so that settings that change twice do not leave two servers. */
function restart() {
  turn = turn.then(stop).then(start);
  return turn;
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("sop.restart", restart),
    vscode.workspace.onDidChangeConfiguration((change) =>
      change.affectsConfiguration("sop") ? restart() : undefined,
    ),
  );
  await restart();
}

function deactivate() {
  turn = turn.then(stop);
  return turn;
}

module.exports = { activate, deactivate };
