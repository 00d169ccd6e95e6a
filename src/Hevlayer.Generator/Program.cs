using Hevlayer.Generator.Emit;
using Hevlayer.Generator;
using Hevlayer.Generator.Spec;

const int Success = 0;
const int Drifted = 1;
const int BadArguments = 2;

var command = args.Length > 0 ? args[0] : string.Empty;
if (command is not ("generate" or "check") || args.Length > 2)
{
    Console.Error.WriteLine("Usage: Hevlayer.Generator generate|check [ROOT]");
    Console.Error.WriteLine("  generate  rewrites src/Hevlayer/Generated from openapi/hevlayer.yaml");
    Console.Error.WriteLine("  check     exits 1 and names each file that is not what generate would write");
    return BadArguments;
}

var start = args.Length == 2 ? args[1] : Directory.GetCurrentDirectory();
if (RepositoryLayout.Find(start) is not { } layout)
{
    Console.Error.WriteLine($"No openapi/hevlayer.yaml at or above {start}.");
    return BadArguments;
}

var files = ApiFiles.Emit(await SpecReader.ReadAsync(layout.Spec));
var tree = new GeneratedTree(layout.Generated);
if (command == "generate")
{
    tree.Write(files);
    Console.WriteLine($"Wrote {files.Count} files to {Path.GetRelativePath(layout.Root, layout.Generated)}.");
    return Success;
}

var drift = tree.FindDrift(files);
foreach (var line in drift)
{
    Console.Error.WriteLine(line);
}

Console.WriteLine(drift.Count == 0
    ? $"{files.Count} generated files are current."
    : $"{drift.Count} of {files.Count} generated files drifted; run: dotnet run --project src/Hevlayer.Generator -- generate");
return drift.Count == 0 ? Success : Drifted;
