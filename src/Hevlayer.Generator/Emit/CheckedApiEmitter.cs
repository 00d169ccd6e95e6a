using System.Text.RegularExpressions;
using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Emit;

/// <summary>The interface once more, over itself: what each operation is given is checked before anything is sent.</summary>
internal static partial class CheckedApiEmitter
{
    public static string Emit(string area, IReadOnlyList<OperationModel> operations)
    {
        var source = SourceText.File();
        source.Summary($"Operations of the area {area}, what they are given checked before any call.");
        source.Open("internal sealed partial class CheckedApi");
        for (var index = 0; index < operations.Count; index++)
        {
            if (index > 0)
            {
                source.Blank();
            }

            EmitMethod(source, operations[index]);
        }

        source.Close();
        return source.ToString();
    }

    private static void EmitMethod(SourceText source, OperationModel operation)
    {
        var parameters = MethodParameters.Of(operation);
        var declared = string.Join(", ", parameters.Select(parameter => Plain(parameter.Declaration)));
        var handedOn = string.Join(", ", parameters.Select(parameter => parameter.Check is { } check ? $"Require.{check}({parameter.Name})" : parameter.Name));
        source.Line($"public Task{(operation.Reply is { } reply ? $"<{reply.Name}>" : string.Empty)} {operation.Name}({declared}) =>");
        source.Indented(() => source.Line($"inner.{operation.Name}({handedOn});"));
    }

    // Attributes and defaults are the interface's; they would be said twice.
    private static string Plain(string declaration) => Default().Replace(Attribute().Replace(declaration, string.Empty), string.Empty);

    [GeneratedRegex(@"^(\[[^\]]*\] )+")]
    private static partial Regex Attribute();

    [GeneratedRegex(" = (null|default)$")]
    private static partial Regex Default();
}
