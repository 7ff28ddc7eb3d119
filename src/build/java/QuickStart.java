import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.LambdaMetafactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Takes out of the libraries' classes what costs time at every start and serves nobody here.
///
/// - Serializable lambdas become plain ones: an AOT cache stores no others, and the rest are made anew at each start.
///   jOOQ has some at every corner; an interface that is serializable by itself stays so.
/// - jOOQ initialises the data types of all databases that it knows; only those of SQLite are left.
/// - SQLite's driver makes a format for dates as it connects, and with it Java's calendars and locales; now it does so
///   when it is asked for a date, which Fuel's own questions never do.
///
/// The first two are measured in `docs/adr/0001-start-up.md`. The training run starts the result, so that a library
/// that has come to need what is taken out fails the build.
final class QuickStart {
    private static final DirectMethodHandleDesc METAFACTORY = ConstantDescs.ofCallsiteBootstrap(
            ClassDesc.of("java.lang.invoke.LambdaMetafactory"),
            "metafactory",
            ConstantDescs.CD_CallSite,
            ConstantDescs.CD_MethodType,
            ConstantDescs.CD_MethodHandle,
            ConstantDescs.CD_MethodType);

    private static final String DATA_TYPES = "org/jooq/impl/SQLDataType.class";
    private static final String OTHER_DATABASE =
            "org/jooq/(util/(?!sqlite/)\\w+/\\w+DataType|impl/SQLDataTypes\\$\\w+DataType)";

    private static final String CONNECTION_SETTINGS = "org/sqlite/SQLiteConnectionConfig.class";
    private static final ClassDesc DATE_FORMAT = ClassDesc.of("org.sqlite.date.FastDateFormat");

    private QuickStart() {}

    /// @param name    the file's, in the jar
    /// @param library where the classes stand that this one may name in its stack maps
    static byte[] rewritten(String name, byte[] bytes, Map<String, byte[]> library) {
        byte[] result = bytes;
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains("altMetafactory")) {
            result = transformed(result, library, CodeTransform.ofStateful(PlainLambdas::new));
        }
        if (name.equals(DATA_TYPES)) {
            result = transformed(result, library, QuickStart::withoutOtherDatabases);
        }
        if (name.equals(CONNECTION_SETTINGS)) {
            result = transformed(result, library, QuickStart::withDateFormatOnDemand);
        }
        return result;
    }

    private static byte[] transformed(byte[] bytes, Map<String, byte[]> library, CodeTransform transform) {
        var known = ClassHierarchyResolver.ofResourceParsing((ClassDesc name) -> content(name, library))
                .orElse(ClassHierarchyResolver.defaultResolver());
        ClassFile format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(known));
        return format.transformClass(format.parse(bytes), ClassTransform.transformingMethodBodies(transform));
    }

    /// Null for a class of another library: so the resolver wants it.
    private static InputStream content(ClassDesc name, Map<String, byte[]> library) {
        String descriptor = name.descriptorString();
        byte[] found = library.get(descriptor.substring(1, descriptor.length() - 1) + ".class");
        return found == null ? null : new ByteArrayInputStream(found);
    }

    /// jOOQ's `Class.forName(MySQLDataType.class.getName())` and the like become lookups of `Object`.
    private static void withoutOtherDatabases(CodeBuilder builder, CodeElement element) {
        if (element instanceof ConstantInstruction constant
                && constant.constantValue() instanceof ClassDesc type
                && isOtherDatabase(type)) {
            builder.loadConstant(ConstantDescs.CD_Object);
        } else {
            builder.with(element);
        }
    }

    /// `FastDateFormat.getInstance(pattern)` becomes null; reading the field makes the format where there is none.
    private static void withDateFormatOnDemand(CodeBuilder builder, CodeElement element) {
        if (element instanceof InvokeInstruction call && call.owner().asSymbol().equals(DATE_FORMAT)) {
            builder.pop().aconst_null();
        } else if (element instanceof FieldInstruction field
                && field.opcode() == Opcode.GETFIELD
                && field.typeSymbol().equals(DATE_FORMAT)) {
            Label made = builder.newLabel();
            builder.with(element)
                    .dup()
                    .ifnonnull(made)
                    .pop()
                    .aload(0)
                    .getfield(field.owner().asSymbol(), "dateStringFormat", ConstantDescs.CD_String)
                    .invokestatic(DATE_FORMAT, "getInstance", MethodTypeDesc.of(DATE_FORMAT, ConstantDescs.CD_String))
                    .labelBinding(made);
        } else {
            builder.with(element);
        }
    }

    private static boolean isOtherDatabase(ClassDesc type) {
        return type.isClassOrInterface()
                && type.descriptorString().replaceAll("^L|;$", "").matches(OTHER_DATABASE);
    }

    /// Works through one method.
    private static final class PlainLambdas implements CodeTransform {
        private boolean justChanged;

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            if (element instanceof InvokeDynamicInstruction call && isSerializableLambda(call)) {
                builder.invokedynamic(DynamicCallSiteDesc.of(
                        METAFACTORY,
                        call.name().stringValue(),
                        call.typeSymbol(),
                        call.bootstrapArgs().subList(0, 3).toArray(ConstantDesc[]::new)));
                justChanged = true;
            } else if (!(justChanged && isCastToSerializable(element))) {
                builder.with(element);
                justChanged &= !(element instanceof Instruction);
            }
        }

        private static boolean isSerializableLambda(InvokeDynamicInstruction call) {
            if (!call.bootstrapMethod().methodName().equals("altMetafactory")) {
                return false;
            }
            List<ConstantDesc> extra =
                    call.bootstrapArgs().subList(3, call.bootstrapArgs().size());
            // The flags, and after the second kind the number of further bridges.
            return extra.equals(List.of(LambdaMetafactory.FLAG_SERIALIZABLE))
                    || extra.equals(List.of(LambdaMetafactory.FLAG_SERIALIZABLE | LambdaMetafactory.FLAG_BRIDGES, 0));
        }

        /// What javac writes after a lambda of the type `(Function & Serializable)`.
        private static boolean isCastToSerializable(CodeElement element) {
            return element instanceof TypeCheckInstruction check
                    && check.opcode() == Opcode.CHECKCAST
                    && check.type().asInternalName().equals("java/io/Serializable");
        }
    }
}
