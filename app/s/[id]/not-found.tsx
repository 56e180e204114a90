import { NoLink } from '../../../components/sharing/link/NoLink.tsx';

export default function NotFound() {
  return (
    <NoLink
      title="Link not found"
      message="Check the address: the ID after /s/ has 12 case-sensitive characters."
    />
  );
}
