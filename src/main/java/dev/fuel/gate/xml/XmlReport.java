package dev.fuel.gate.xml;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An XML file that another program has written, read as a stream of elements and their attributes.
///
/// It is not trusted, since what wrote it may belong to the work that is being judged: a document type is refused, and
/// so no entity is ever resolved and no other file read.
public final class XmlReport {
    private static final XMLInputFactory FACTORY = factory();

    private XmlReport() {}

    /// Told of the elements in their order.
    public interface Elements {
        void start(Element element);

        void end(String name);
    }

    /// A start tag.
    public interface Element {
        String name();

        /// @return empty if it has no such attribute
        String attribute(String name);
    }

    /// The file is no well-formed XML, or breaks off; the message says where.
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        public Broken(String message) {
            super(message);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /// Reads to the end. What comes before a break has been told of by then.
    ///
    /// @throws Broken      if it breaks
    /// @throws IOException if it cannot be read
    public static void read(InputStream file, Elements elements) throws Broken, IOException {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new WithoutSections(file));
            try {
                read(xml, elements);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException malformed) {
            if (malformed.getNestedException() instanceof IOException unreadable) {
                throw unreadable;
            }
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNumber();
            throw new Broken("line %d: it is broken or breaks off".formatted(line));
        }
    }

    private static void read(XMLStreamReader xml, Elements elements) throws XMLStreamException, Broken {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new Broken("it has a document type, which is refused");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new Broken("it refers to an entity");
                case XMLStreamConstants.START_ELEMENT -> elements.start(new StartTag(xml));
                case XMLStreamConstants.END_ELEMENT -> elements.end(xml.getLocalName());
                default -> {
                    // Texts, comments and processing instructions: what is wanted is in attributes.
                }
            }
        }
    }

    /// Valid while it is being told of.
    private record StartTag(XMLStreamReader xml) implements Element {
        @Override
        public String name() {
            return xml.getLocalName();
        }

        @Override
        public String attribute(String name) {
            String value = xml.getAttributeValue(null, name);
            return value == null ? "" : value;
        }
    }
}
