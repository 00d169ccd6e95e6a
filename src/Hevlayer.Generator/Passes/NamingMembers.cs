using System.Text.RegularExpressions;
using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Passes;

/// <summary>Members that name something: half a character in one would make two names one on the wire.</summary>
internal static partial class NamingMembers
{
    /// <summary>The converter that refuses such a name when it is written; null for members that name nothing.</summary>
    public static string? ConverterOf(PropertyModel property) => property switch
    {
        _ when !Naming().IsMatch(property.WireName) => null,
        { Type: var type } when type == TypeReference.Text => "NameJsonConverter",
        { Type: var type } when type == TypeReference.ListOf(TypeReference.Text) => "NamesJsonConverter",
        _ => null,
    };

    [GeneratedRegex("^(id|ids|name|label|field|namespaces?|include_attributes|facetFields|inputs|invalidates)$|_ids?$|_id_prefix$|_namespaces?$")]
    private static partial Regex Naming();
}
